import { eq, type SQL, sql } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { compileCondition, type RuleContext } from "./compile.ts";
import { columnOf } from "./compile-field.ts";
import type { Condition, GroupKind, Rule } from "./rule.ts";
import { groupOf } from "./rule.ts";
import { STATUSES, subjectOf } from "./subject.ts";
import { conditionsOf } from "./walk-rule.ts";

/** The rule again, each part with its answer for one member. */
export type Explanation =
  | { kind: GroupKind; matches: boolean; parts: Explanation[] }
  /** `value`: what the member holds there, as `fieldColumn` gives it; null when empty, and for memberships. */
  | { kind: "condition"; condition: Condition; matches: boolean; value: string | null };

/**
 * Why a member is in or out: one query for all conditions. Null when the table has no member of that key.
 * Throws as `compileRule` does.
 */
export async function explainRule(
  rule: Rule,
  context: RuleContext,
  key: string,
  on: Db | Tx = db,
): Promise<Explanation | null> {
  const answers = await answersFor([...conditionsOf(rule)], context, key, on);
  return answers && explain(rule, answers.values());
}

type Answer = { matches: boolean; value: string | null };

async function answersFor(
  conditions: { condition: Condition }[],
  context: RuleContext,
  key: string,
  on: Db | Tx,
): Promise<Answer[] | null> {
  const asked = conditions.map(
    ({ condition }) =>
      sql`json_build_array((${compileCondition(condition, context)}) is true, ${held(condition, context)})`,
  );
  const { rows } = await on.execute<{ answers: [boolean, string | null][] }>(
    sql`select json_build_array(${sql.join(asked, sql`, `)}) as answers from ${context.table} where ${eq(context.table.key, key)}`,
  );
  return rows[0]?.answers.map(([matches, value]) => ({ matches, value })) ?? null;
}

/** The member's value as text. */
function held(condition: Condition, { table, fields, keyKind }: RuleContext): SQL {
  if ("profile" in condition) return sql`null`;
  if ("import" in condition) return sql`${table.importId}::text`;
  const subject = subjectOf(condition.field, fields, keyKind);
  if (subject === null) return sql`null`;
  const column = columnOf(subject, table);
  if (subject.type === "yesno") return sql`case when ${column} then 't' when not ${column} then 'f' end`;
  return subject.type === "status" ? sql`(${sql.param([...STATUSES])}::text[])[${column} + 1]` : sql`${column}::text`;
}

/** The answers come in the order of the conditions. */
function explain(rule: Rule, answers: Iterator<Answer>): Explanation {
  const group = groupOf(rule);
  if (group === null) {
    const { value } = answers.next();
    return { kind: "condition", condition: rule as Condition, ...(value as Answer) };
  }
  const parts = group.rules.map((inner) => explain(inner, answers));
  const { kind } = group;
  if (kind === "all") return { kind, matches: parts.every((part) => part.matches), parts };
  const some = parts.some((part) => part.matches);
  return { kind, matches: kind === "any" ? some : !some, parts };
}
