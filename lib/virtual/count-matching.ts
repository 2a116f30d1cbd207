import { type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { memberTable } from "#db/member-table.ts";
import { ruleContext } from "#lib/contacts/rule-context.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { compileRule } from "#lib/rules/compile.ts";
import { parseRule } from "#lib/rules/parse-rule.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { inTime } from "./in-time.ts";
import { sourceOf } from "./source.ts";

/** How many of a profile's members are meant, and how many of them can be sent to: the active ones. */
export type MatchCount = {
  count: number;
  /** How many members the profile has. */
  of: number;
  active: number;
  unsubscribed: number;
  bounced: number;
};

/**
 * How many members of `source` match; without a rule, everybody. Exact, as of now.
 * Throws Problem `rule_too_slow`, or as `compileRule` does.
 */
export async function countMatching(
  person: Person,
  source: Profile,
  rule: Rule | null,
  signal?: AbortSignal,
): Promise<MatchCount> {
  authorize(person, "profiles.view");
  if (rule === null) return everybody(source);
  const where = compileRule(rule, await ruleContext(source, rule));
  return inTime((tx) => countWhere(tx, source, where), signal);
}

export function everybody({ counts: { contacts, ...each } }: Profile): MatchCount {
  return { count: contacts, of: contacts, ...each };
}

export async function countWhere(tx: Tx, { id, fields, counts }: Profile, where: SQL): Promise<MatchCount> {
  const { rows } = await tx.execute<Record<Counted, string>>(
    sql`select ${COUNTS} from ${memberTable(id, fields)} where ${where}`,
  );
  return { ...numbersOf(rows[0]), of: counts.contacts };
}

/** The same for the rules that a Virtual profile has. Throws also when they do not fit its source any more. */
export async function countVirtual(person: Person, profile: Profile): Promise<MatchCount> {
  authorize(person, "profiles.view");
  return countMatching(person, await sourceOf(db, profile), parseRule(profile.rules));
}

type Counted = "count" | "unsubscribed" | "bounced";

const COUNTS: SQL = sql`
  count(*) as count, count(*) filter (where status = 1) as unsubscribed, count(*) filter (where status = 2) as bounced`;

function numbersOf(row: Record<Counted, string> | undefined) {
  const [count, unsubscribed, bounced] = [row?.count, row?.unsubscribed, row?.bounced].map(Number) as [
    number,
    number,
    number,
  ];
  return { count, active: count - unsubscribed - bounced, unsubscribed, bounced };
}
