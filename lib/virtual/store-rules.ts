import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { profiles } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Rule } from "#lib/rules/rule.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { words } from "#lib/text/words.ts";
import { keepVersion } from "./keep-version.ts";
import { presentVersion } from "./queries.ts";

/** Gives a Virtual profile rules that fit it, and keeps them as a version unless they are what it has. */
export async function storeRules(
  tx: Tx,
  person: Person,
  profile: Profile,
  { rule, seen }: { rule: Rule; seen: number | null },
): Promise<void> {
  const present = await lockedRules(tx, profile.id);
  if (seen !== null && seen !== (await presentVersion(tx, profile.id))) throw changedMeanwhile(profile);
  if (isDeepStrictEqual(rule, present)) return;
  await tx.update(profiles).set({ rules: rule }).where(eq(profiles.id, profile.id));
  const versionId = await keepVersion(tx, person, profile.id, rule);
  await recordAudit(tx, person, "rules-saved", { profileId: profile.id, versionId });
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

const changedMeanwhile = ({ name }: Profile) =>
  new Problem(
    "conflict",
    "rules_changed",
    words(
      "Somebody else has changed the rules of “{name}” since you opened them. Nothing was saved. Look at what they are now, then save yours again or leave it.",
      { name },
    ),
  );
