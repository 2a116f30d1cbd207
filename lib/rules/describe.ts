import { type Words, words } from "#lib/text/words.ts";
import { describeOnField, shown } from "./describe-field.ts";
import { type Condition, groupOf, type Rule } from "./rule.ts";

/** The names of what a rule mentions by key or number; what is not there is named by those. */
export type RuleNames = {
  profiles?: ReadonlyMap<string, string>;
  imports?: ReadonlyMap<number, string>;
};

/** `city is Lima, and (last visit is in the last 30 days or vip is yes)`: who is meant. */
export function describeRule(rule: Rule, names: RuleNames = {}): Words {
  return describe(rule, names, true);
}

function describe(rule: Rule, names: RuleNames, isOutermost: boolean): Words {
  const group = groupOf(rule);
  if (group === null) return describeCondition(rule as Condition, names);
  const [only, ...more] = group.rules;
  if (only === undefined) return group.kind === "any" ? words("nobody") : words("everybody");
  if (more.length === 0 && group.kind !== "none") return describe(only, names, isOutermost);

  const parts = group.rules.map((inner) => describe(inner, names, false));
  if (group.kind === "none") return words("not ({rules})", { rules: joined(parts, eitherOr) });
  if (isOutermost) return joined(parts, group.kind === "all" ? outerAnd : outerOr);
  return { text: "({rules})", values: { rules: joined(parts, group.kind === "all" ? bothAnd : eitherOr) } };
}

type Pair = { first: Words; rest: Words };

const outerAnd = (pair: Pair) => words("{first}, and {rest}", pair);
const outerOr = (pair: Pair) => words("{first}, or {rest}", pair);
const bothAnd = (pair: Pair) => words("{first} and {rest}", pair);
const eitherOr = (pair: Pair) => words("{first} or {rest}", pair);

function joined(parts: readonly Words[], join: (pair: Pair) => Words): Words {
  return parts.reduceRight((rest, first) => join({ first, rest }));
}

/** One condition: `city is not Lima`. */
export function describeCondition(condition: Condition, names: RuleNames = {}): Words {
  if ("profile" in condition) {
    const name = shown(names.profiles?.get(condition.profile) ?? condition.profile);
    return condition.op === "in"
      ? words("is in profile {name}", { name })
      : words("is not in profile {name}", { name });
  }
  return "import" in condition ? describeImport(condition, names) : describeOnField(condition);
}

function describeImport({ import: id, op }: { import: number; op: "in" | "not in" }, { imports }: RuleNames): Words {
  const name = imports?.get(id);
  const which = name ? `${id} (${name})` : String(id);
  return op === "in"
    ? words("came with import {which}", { which })
    : words("did not come with import {which}", { which });
}
