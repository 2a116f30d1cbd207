import { and, desc, eq, max } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { ruleVersions, staff } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";

/** Rules that a Virtual profile has, or had, and since when. */
export type RuleVersion = {
  id: number;
  rules: Rule;
  createdAt: Date;
  /** Who saved them; null when a program did, or somebody who is gone. */
  by: string | null;
};

const COLUMNS = {
  id: ruleVersions.id,
  rules: ruleVersions.rules,
  createdAt: ruleVersions.createdAt,
  by: staff.name,
};

/** The versions of a Virtual profile's rules, the present one first. */
export async function listRuleVersions(person: Person, profileId: number): Promise<RuleVersion[]> {
  authorize(person, "profiles.view");
  const rows = await db
    .select(COLUMNS)
    .from(ruleVersions)
    .leftJoin(staff, eq(staff.id, ruleVersions.createdBy))
    .where(eq(ruleVersions.profileId, profileId))
    .orderBy(desc(ruleVersions.id))
    .limit(200);
  return rows as RuleVersion[];
}

/** One of them. Throws Problem `version_not_found`. */
export async function ruleVersion(person: Person, profileId: number, id: number): Promise<RuleVersion> {
  authorize(person, "profiles.view");
  const [row] = await db
    .select(COLUMNS)
    .from(ruleVersions)
    .leftJoin(staff, eq(staff.id, ruleVersions.createdBy))
    .where(and(eq(ruleVersions.profileId, profileId), eq(ruleVersions.id, id)));
  if (!row) throw new Problem("not_found", "version_not_found", "There is no such version of the rules.");
  return row as RuleVersion;
}

/** Which version a Virtual profile's rules are of: whoever edits them says which was seen. 0 when none was kept. */
export async function presentVersion(from: Db | Tx, profileId: number): Promise<number> {
  const [row] = await from
    .select({ id: max(ruleVersions.id) })
    .from(ruleVersions)
    .where(eq(ruleVersions.profileId, profileId));
  return row?.id ?? 0;
}

/** The same, for a person who is about to edit the rules. */
export async function presentVersionOf(person: Person, profileId: number): Promise<number> {
  authorize(person, "profiles.view");
  return presentVersion(db, profileId);
}
