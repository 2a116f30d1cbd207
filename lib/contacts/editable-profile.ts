import type { Db, Tx } from "#db/client.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { words } from "#lib/text/words.ts";

/** A profile with members of its own. Throws Problem `profile_not_found`, or `profile_is_virtual` for one that has none. */
export async function editableProfile(from: Db | Tx, id: number): Promise<Profile> {
  const profile = await loadProfile(from, id);
  if (profile.type !== "virtual") return profile;
  throw new Problem(
    "conflict",
    "profile_is_virtual",
    words("“{profile}” is a Virtual profile: its rules say who is in it. Change the contact in its source profile.", {
      profile: profile.name,
    }),
  );
}
