import { operatorOf } from "./operators.ts";
import { type Condition, type FieldCondition, groupOf, type Rule } from "./rule.ts";

/** The names of what a rule mentions by key or number; what is not there is named by those. */
export type RuleNames = {
  profiles?: ReadonlyMap<string, string>;
  imports?: ReadonlyMap<number, string>;
};

/** `city is Lima, and (last visit is in the last 30 days or vip is yes)`: who is meant, in English. */
export function describeRule(rule: Rule, names: RuleNames = {}): string {
  return describe(rule, names, true);
}

function describe(rule: Rule, names: RuleNames, isOutermost: boolean): string {
  const group = groupOf(rule);
  if (group === null) return describeCondition(rule as Condition, names);
  const [only, ...more] = group.rules;
  if (only === undefined) return group.kind === "any" ? "nobody" : "everybody";
  if (more.length === 0 && group.kind !== "none") return describe(only, names, isOutermost);

  const parts = group.rules.map((inner) => describe(inner, names, false));
  const word = group.kind === "all" ? "and" : "or";
  const joined = parts.join(isOutermost && group.kind !== "none" ? `, ${word} ` : ` ${word} `);
  if (group.kind === "none") return `not (${joined})`;
  return isOutermost ? joined : `(${joined})`;
}

/** One condition: `city is not Lima`. */
export function describeCondition(condition: Condition, names: RuleNames = {}): string {
  if ("profile" in condition) {
    const name = shown(names.profiles?.get(condition.profile) ?? condition.profile);
    return `${condition.op === "in" ? "is in" : "is not in"} profile ${name}`;
  }
  if ("import" in condition) {
    const name = names.imports?.get(condition.import);
    const which = `import ${condition.import}${name ? ` (${name})` : ""}`;
    return `${condition.op === "in" ? "came with" : "did not come with"} ${which}`;
  }
  return `${condition.field} ${predicate(condition)}`;
}

function predicate(condition: FieldCondition): string {
  switch (condition.op) {
    case "one of":
    case "none of":
      return `is ${condition.op} ${enumeration(condition.value)}`;
    case "between":
      return `is between ${condition.value[0]} and ${condition.value[1]}`;
    case "on":
    case "before":
    case "after":
      return `is ${condition.op} ${condition.value}`;
    case "last days":
      return condition.value === 0 ? "is today" : `is in the last ${days(condition.value)}`;
    case "next days":
      return condition.value === 0 ? "is today" : `is in the next ${days(condition.value)}`;
    case "more than days ago":
      return condition.value === 0 ? "is before today" : `is more than ${days(condition.value)} ago`;
    case "within more than days":
      return condition.value === 0 ? "is after today" : `is more than ${days(condition.value)} ahead`;
    case "anniversary":
      return anniversary(condition.value);
    case "=":
    case "!=":
    case ">":
    case ">=":
    case "<":
    case "<=":
      return `${operatorOf("number", condition.op)?.words} ${condition.value}`;
    case "anniversary month":
      return "has its anniversary this month";
    case "yes":
    case "no":
    case "empty":
    case "not empty":
      return `is ${condition.op}`;
    default:
      return `${operatorOf("text", condition.op)?.words} ${shown(condition.value)}`;
  }
}

function anniversary(offset: number): string {
  if (offset === 0) return "has its anniversary today";
  if (offset === -1) return "has its anniversary tomorrow";
  if (offset === 1) return "had its anniversary yesterday";
  return offset < 0 ? `has its anniversary in ${days(-offset)}` : `had its anniversary ${days(offset)} ago`;
}

const days = (count: number): string => (count === 1 ? "1 day" : `${count.toLocaleString("en")} days`);

const SHOWN_VALUES = 5;

function enumeration(values: readonly string[]): string {
  if (values.length === 0) return "no value";
  const first = values.slice(0, SHOWN_VALUES).map(shown).join(", ");
  const more = values.length - SHOWN_VALUES;
  return more > 0 ? `${first} and ${more.toLocaleString("en")} more` : first;
}

const MAX_SHOWN = 60;

/** In quotes where it could be read as part of the sentence. */
function shown(value: string): string {
  const short = value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN).toWellFormed()}…` : value;
  const isPlain = /^[\p{L}\p{N}+@.-]+(?: [\p{L}\p{N}+@.-]+)*…?$/u.test(short) && !/\b(?:and|or|not)\b/i.test(short);
  return isPlain ? short : `“${short}”`;
}
