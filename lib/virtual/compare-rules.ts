import { type SQL, sql } from "drizzle-orm";
import { memberTable } from "#db/member-table.ts";
import { ruleContext } from "#lib/contacts/rule-context.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { compileRule } from "#lib/rules/compile.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { inTime } from "./in-time.ts";
import { type SampledMember, sampleWhere } from "./sample-matching.ts";

/** What it does to put one rule in the place of another: who comes in and who leaves, and some of both. */
export type RuleChange = {
  gained: number;
  lost: number;
  gainedSample: SampledMember[];
  lostSample: SampledMember[];
};

/** Members of `source` who match `after` and not `before`, and the other way round, as of now. Throws as `countMatching` does. */
export async function compareRules(
  person: Person,
  source: Profile,
  before: Rule,
  after: Rule,
  { samples = 0, signal }: { samples?: number; signal?: AbortSignal } = {},
): Promise<RuleChange> {
  authorize(person, "contacts.view");
  const [was, is] = await Promise.all([before, after].map(async (rule) => matches(rule, source)));
  const gain = sql`(${is} and not ${was})`;
  const loss = sql`(${was} and not ${is})`;
  return inTime(async (tx) => {
    const { rows } = await tx.execute<{ gained: string; lost: string }>(sql`
      select count(*) filter (where ${gain}) as gained, count(*) filter (where ${loss}) as lost
      from ${memberTable(source.id, source.fields)}`);
    const gained = Number(rows[0]?.gained);
    const lost = Number(rows[0]?.lost);
    return {
      gained,
      lost,
      gainedSample: gained > 0 && samples > 0 ? await sampleWhere(tx, source, gain, samples) : [],
      lostSample: lost > 0 && samples > 0 ? await sampleWhere(tx, source, loss, samples) : [],
    };
  }, signal);
}

/** True or false, never null, so that it can be negated. */
const matches = async (rule: Rule, source: Profile): Promise<SQL> =>
  sql`((${compileRule(rule, await ruleContext(source, rule))}) is true)`;
