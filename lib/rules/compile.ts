import { type SQL, sql } from "drizzle-orm";
import { memberTableName } from "#db/member-table.ts";
import type { Field } from "#lib/fields/field.ts";
import { Problem } from "#lib/problem.ts";
import { type Words, words } from "#lib/text/words.ts";
import type { Clock } from "./compile-date.ts";
import { compileField, type RuleTable } from "./compile-field.ts";
import type { Condition, FieldCondition, ImportCondition, ProfileCondition, Rule } from "./rule.ts";
import { groupOf } from "./rule.ts";
import { type KeyKind, subjectOf } from "./subject.ts";

export type RuleContext = Clock & {
  /** `memberTable(id, fields)`: with the columns of all `fields`. */
  table: RuleTable;
  fields: readonly Field[];
  keyKind: KeyKind;
  /** Those that rules may name, by key. See `mentionsOf` for which ones a rule names. */
  profiles: ReadonlyMap<string, ProfileMembers>;
};

/** Who is in a profile: the members of table `id`, or of a virtual one, those of its source's table that `where` picks. */
export type ProfileMembers = { id: number; where: SQL | null };

/**
 * The rule as a condition on `context.table`, to stand in WHERE. It may be null instead of false: to negate it, write
 * `(…) is not true`. Every value is a parameter.
 * Throws Problem `invalid` where the rule does not fit the profile (any more): `checkRule` says all of it in words.
 */
export function compileRule(rule: Rule, context: RuleContext): SQL {
  const group = groupOf(rule);
  if (group === null) return sql`(${compileCondition(rule as Condition, context)})`;
  const parts = group.rules.map((inner) => compileRule(inner, context));
  switch (group.kind) {
    case "all":
      return parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` and `)})`;
    case "any":
      return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;
    case "none":
      return parts.length === 0 ? sql`true` : sql`((${sql.join(parts, sql` or `)}) is not true)`;
    default:
      return group.kind satisfies never;
  }
}

/** One condition; as with `compileRule`, null may stand for false. */
export function compileCondition(condition: Condition, context: RuleContext): SQL {
  if ("profile" in condition) return compileMembership(condition, context);
  return "import" in condition ? compileImport(condition, context) : compileOnField(condition, context);
}

function compileMembership({ profile, op }: ProfileCondition, { table, profiles }: RuleContext): SQL {
  const members = profiles.get(profile);
  if (!members)
    throw misfit(words("There is no profile with the key {profile} any more. Choose another one.", { profile }));
  // The inner query has a scope of its own, so that its columns never mean those of the outer one, nor the other way.
  const where = members.where ? sql` where ${members.where}` : sql``;
  const within = sql`(select key from ${memberTableName(members.id)}${where}) as other`;
  const exists = sql`exists (select from ${within} where other.key = ${table.key})`;
  return op === "in" ? exists : sql`not ${exists}`;
}

function compileImport({ import: id, op }: ImportCondition, { table }: RuleContext): SQL {
  return op === "in" ? sql`${table.importId} = ${id}::bigint` : sql`${table.importId} is distinct from ${id}::bigint`;
}

function compileOnField(condition: FieldCondition, { table, fields, keyKind, today, timeZone }: RuleContext): SQL {
  const subject = subjectOf(condition.field, fields, keyKind);
  if (subject === null)
    throw misfit(words('The profile has no field "{field}" any more. Choose another one.', { field: condition.field }));
  const compiled = compileField(condition, subject, table, { today, timeZone });
  if (compiled === null) {
    const { op, field } = condition;
    throw misfit(words('"{op}" and its value do not fit the field "{field}". Choose others.', { op, field }));
  }
  return compiled;
}

const misfit = (message: Words) => new Problem("invalid", "rule_does_not_fit", message);
