import { db } from "#db/client.ts";
import { Problem } from "#lib/problem.ts";
import { editProfile } from "#lib/profiles/edit-profile.ts";
import type { ProfilePatch } from "#lib/profiles/input.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { nameTakenOr } from "#lib/profiles/unique-names.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { words } from "#lib/text/words.ts";
import { readRules } from "./read-rules.ts";
import { sourceOf } from "./source.ts";
import { storeRules } from "./store-rules.ts";

/**
 * Gives a Virtual profile other rules; the earlier ones are kept as a version. `seen`: the version that the person
 * started from, null for whatever is there. Throws Problem `not_virtual`, `rules_changed` when somebody saved others
 * meanwhile, or a code of `readRules` with paths below `rules`.
 */
export async function saveRules(person: Person, profileId: number, rules: unknown, seen: number | null): Promise<void> {
  await changeVirtualProfile(person, profileId, { rules }, seen);
}

/** The same, and what else of the profile is named: all of it or nothing. */
export async function changeVirtualProfile(
  person: Person,
  profileId: number,
  { rules, ...patch }: ProfilePatch & { rules?: unknown },
  seen: number | null = null,
): Promise<Profile> {
  authorize(person, "profiles.edit");
  const profile = assertVirtual(await loadProfile(db, profileId));
  const rule = await readRules(rules, { source: await sourceOf(db, profile), self: profile.key, at: "rules" });
  try {
    return await db.transaction(async (tx) => {
      await storeRules(tx, person, profile, { rule, seen });
      return editProfile(person, profileId, patch, tx);
    });
  } catch (error) {
    throw nameTakenOr(error, patch.name ?? profile.name);
  }
}

function assertVirtual(profile: Profile): Profile {
  if (profile.type === "virtual") return profile;
  const message = words("“{name}” is no virtual profile: it has contacts of its own and no rules.", {
    name: profile.name,
  });
  throw new Problem("invalid", "not_virtual", message, [{ path: "rules", message }]);
}
