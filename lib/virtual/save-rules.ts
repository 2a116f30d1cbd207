import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { profiles } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { keepVersion } from "./keep-version.ts";
import { presentVersion } from "./queries.ts";
import { readRules } from "./read-rules.ts";
import { sourceOf } from "./source.ts";

/**
 * Gives a Virtual profile other rules; the earlier ones are kept as a version. `seen`: the version that the person
 * started from, null for whatever is there. Throws Problem `not_virtual`, `rules_changed` when somebody saved others
 * meanwhile, or a code of `readRules` with paths below `rules`.
 */
export async function saveRules(person: Person, profileId: number, rules: unknown, seen: number | null): Promise<void> {
  authorize(person, "profiles.edit");
  const profile = assertVirtual(await loadProfile(db, profileId));
  const rule = await readRules(rules, { source: await sourceOf(db, profile), self: profile.key, at: "rules" });
  await db.transaction(async (tx) => {
    const present = await lockedRules(tx, profileId);
    if (seen !== null && seen !== (await presentVersion(tx, profileId))) throw changedMeanwhile(profile);
    if (isDeepStrictEqual(rule, present)) return;
    await tx.update(profiles).set({ rules: rule }).where(eq(profiles.id, profileId));
    await keepVersion(tx, person, profileId, rule);
  });
}

/** Nobody else saves rules of this profile until the transaction ends. */
async function lockedRules(tx: Tx, profileId: number): Promise<unknown> {
  const [row] = await tx
    .select({ rules: profiles.rules })
    .from(profiles)
    .where(eq(profiles.id, profileId))
    .for("update");
  return row?.rules;
}

function assertVirtual(profile: Profile): Profile {
  if (profile.type === "virtual") return profile;
  const message = `“${profile.name}” is no virtual profile: it has contacts of its own and no rules.`;
  throw new Problem("invalid", "not_virtual", message, [{ path: "rules", message }]);
}

const changedMeanwhile = ({ name }: Profile) =>
  new Problem(
    "conflict",
    "rules_changed",
    `Somebody else has changed the rules of “${name}” since you opened them. Nothing was saved. Look at what they are now, then save yours again or leave it.`,
  );
