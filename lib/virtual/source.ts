import { eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { profiles } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile, withFieldsOf } from "#lib/profiles/queries.ts";
import { type Words, words } from "#lib/text/words.ts";

/** The profile that a Virtual one is to be built on. Throws Problem `invalid` at `source` when that cannot be. */
export async function loadSource(from: Db | Tx, wanted: { id: number } | { key: string }): Promise<Profile> {
  const named = "id" in wanted ? eq(profiles.id, wanted.id) : eq(profiles.key, wanted.key);
  const rows = await from.select().from(profiles).where(named);
  const [profile] = await withFieldsOf(from, rows);
  if (!profile) throw wrong("source_not_found", "There is no such profile. Choose the one that the rules are over.");
  if (profile.type === "virtual") throw isVirtual(profile, await sourceOf(from, profile));
  if (profile.archivedAt === null) return profile;
  throw wrong(
    "source_archived",
    words("“{name}” is archived. Bring it back, or choose another profile.", { name: profile.name }),
  );
}

/** The profile whose members a profile's are: of a Virtual one its source, else itself. */
export async function sourceOf(from: Db | Tx, profile: Profile): Promise<Profile> {
  return profile.sourceId === null ? profile : loadProfile(from, profile.sourceId);
}

const isVirtual = ({ name }: Profile, source: Profile) =>
  wrong(
    "source_virtual",
    words(
      "“{name}” is a virtual profile itself: it has no contacts of its own. Build on its source, “{source}”, with the condition “is in profile {name}”.",
      { name, source: source.name },
    ),
  );

const wrong = (code: string, message: string | Words) =>
  new Problem("invalid", code, message, [{ path: "source", message }]);
