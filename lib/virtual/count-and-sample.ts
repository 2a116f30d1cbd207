import { sql } from "drizzle-orm";
import { ruleContext } from "#lib/contacts/rule-context.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { compileRule } from "#lib/rules/compile.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { countWhere, everybody, type MatchCount } from "./count-matching.ts";
import { inTime } from "./in-time.ts";
import { type SampledMember, sampleWhere } from "./sample-matching.ts";

/**
 * How many members of `source` match, and some of them; without a rule, of everybody. No more are looked for than there
 * are, which would mean reading everybody once more. Throws as `countMatching` does.
 */
export async function countAndSample(
  person: Person,
  source: Profile,
  rule: Rule | null,
  signal?: AbortSignal,
): Promise<{ count: MatchCount; sample: SampledMember[] }> {
  authorize(person, "contacts.view");
  const where = rule === null ? sql`true` : compileRule(rule, await ruleContext(source, rule));
  return inTime(async (tx) => {
    const count = rule === null ? everybody(source) : await countWhere(tx, source, where);
    const some = Math.min(count.count, SAMPLE);
    return { count, sample: some === 0 ? [] : await sampleWhere(tx, source, where, some) };
  }, signal);
}

const SAMPLE = 10;
