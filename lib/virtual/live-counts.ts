import { sql } from "drizzle-orm";
import { memberTable } from "#db/member-table.ts";
import { ownerOf, virtualWhere } from "#lib/contacts/rule-context.ts";
import { brokenRules } from "#lib/contacts/rule-faults.ts";
import { codeOf, type Status } from "#lib/contacts/status.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { RuleFault } from "#lib/rules/check-rule.ts";
import { withinTimeLimit } from "#lib/rules/time-limit.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";

/** How many members a profile has at a moment: exact, or why nobody can say. */
export type LiveCounts =
  | { state: "counted"; counts: Profile["counts"]; at: Date }
  /** The rules do not fit what is there any more: the profile means nobody. */
  | { state: "broken"; faults: readonly RuleFault[]; counts: Profile["counts"] }
  | { state: "too_slow"; message: string };

/** Of a Virtual profile by its rules, as they match now; others keep their counts. */
export async function liveCounts(person: Person, profile: Profile): Promise<LiveCounts> {
  authorize(person, "profiles.view");
  if (profile.type !== "virtual") return { state: "counted", counts: profile.counts, at: new Date() };
  const faults = await brokenRules(profile);
  if (faults.length > 0) return { state: "broken", faults, counts: NOBODY };
  try {
    return await countNow(profile);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "rule_too_slow") throw error;
    return { state: "too_slow", message: error.message };
  }
}

const NOBODY = { contacts: 0, active: 0, unsubscribed: 0, bounced: 0 };

async function countNow(profile: Profile): Promise<LiveCounts> {
  const table = memberTable(ownerOf(profile), profile.fields);
  const where = await virtualWhere(profile);
  const having = (status: Status) => sql`(count(*) filter (where ${table.status} = ${codeOf(status)}::smallint))::int`;
  return withinTimeLimit(async (tx) => {
    const { rows } = await tx.execute<Omit<Profile["counts"], "contacts"> & { at: string }>(sql`
      select ${having("active")} as active, ${having("unsubscribed")} as unsubscribed, ${having("bounced")} as bounced,
        now()::text as at
      from ${table} where ${where}`);
    const { active = 0, unsubscribed = 0, bounced = 0, at = "" } = rows[0] ?? {};
    const counts = { contacts: active + unsubscribed + bounced, active, unsubscribed, bounced };
    return { state: "counted", counts, at: new Date(at) };
  });
}
