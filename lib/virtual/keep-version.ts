import type { Tx } from "#db/client.ts";
import { ruleVersions } from "#db/schema.ts";
import type { Rule } from "#lib/rules/rule.ts";
import type { Person } from "#lib/staff/permissions.ts";

/** Writes down rules that a Virtual profile has from now on; answers the version's id. */
export async function keepVersion(tx: Tx, person: Person, profileId: number, rules: Rule): Promise<number> {
  const [row] = await tx
    .insert(ruleVersions)
    .values({ profileId, rules, createdBy: person.staffId })
    .returning({ id: ruleVersions.id });
  if (!row) throw new Error("An insert answered no row.");
  return row.id;
}
