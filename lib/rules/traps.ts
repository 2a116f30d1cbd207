import { detailOf, type WordedDetail } from "#lib/problem.ts";
import { words } from "#lib/text/words.ts";
import { describeRule, type RuleNames } from "./describe.ts";
import { groupOf, type Rule } from "./rule.ts";
import { joinPath } from "./walk-rule.ts";

/** A place in a rule that seldom means what was wanted, with why. */
export type RuleTrap = WordedDetail;

/** What can be seen without looking at anybody: exclusions under *any of*, and lists and groups without anything. */
export function trapsOf(rule: Rule, names: RuleNames = {}, path = ""): RuleTrap[] {
  const group = groupOf(rule);
  if (group === null) return emptyList(rule, path);
  const { kind, rules } = group;
  if (rules.length === 0) return [detailOf(path, EMPTY[kind])];
  const alternatives = kind === "any" && rules.length > 1;
  return rules.flatMap((inner, at) => {
    const place = joinPath(path, kind, String(at));
    const excluded = alternatives && excludes(inner) ? [detailOf(place, underAny(inner, names))] : [];
    return [...excluded, ...trapsOf(inner, names, place)];
  });
}

function emptyList(rule: Rule, path: string): RuleTrap[] {
  if (!("value" in rule && Array.isArray(rule.value) && rule.value.length === 0)) return [];
  return [detailOf(path, rule.op === "one of" ? "An empty list matches nobody." : "An empty list leaves nobody out.")];
}

const EMPTY = {
  all: "Without a condition, this means everybody.",
  none: "Without a condition, this means everybody.",
  any: "Without a condition, “any of” means nobody.",
} as const;

/** Matches nearly everybody, for it says who is not meant. */
function excludes(rule: Rule): boolean {
  const group = groupOf(rule);
  if (group) return group.kind === "none" && group.rules.length > 0;
  return "op" in rule && EXCLUDING.has(rule.op);
}

const EXCLUDING: ReadonlySet<string> = new Set(["is not", "none of", "not contains", "!=", "not in"]);

const underAny = (rule: Rule, names: RuleNames) =>
  words(
    "“{rule}” stands under “any of”: whoever fits it is in, whatever the other conditions say. To leave people out, put it under “all of”.",
    { rule: describeRule(rule, names) },
  );
