import type { DateOp, DaysOp, ListOp, NumberOp, PlainOp, TextOp } from "./operators.ts";

/*
 * A rule says who of a profile's members is meant: a condition, or a group of rules. In this form it is kept, sent and
 * compiled; api.md's "Rules" is its grammar.
 */

export type Rule = Group | Condition;

/** An empty `all` or `none` means everybody, an empty `any` nobody. */
export type Group = { all: Rule[] } | { any: Rule[] } | { none: Rule[] };
export type GroupKind = "all" | "any" | "none";

export type Condition = FieldCondition | ProfileCondition | ImportCondition;

/** On a field of the profile, or on email, mobile, status or added. Dates are `YYYY-MM-DD`. */
export type FieldCondition =
  | { field: string; op: TextOp; value: string }
  | { field: string; op: ListOp; value: string[] }
  | { field: string; op: NumberOp; value: number }
  | { field: string; op: "between"; value: [number, number] | [string, string] }
  | { field: string; op: DateOp; value: string }
  | { field: string; op: DaysOp; value: number }
  | { field: string; op: PlainOp };

/** `profile` is the profile's key. */
export type ProfileCondition = { profile: string; op: "in" | "not in" };
/** In: that import added the member to the profile. */
export type ImportCondition = { import: number; op: "in" | "not in" };

/** What a rule may hold at most. Levels are groups within groups; bytes are those of its JSON. */
export const RULE_LIMITS = { levels: 5, conditions: 100, values: 1_000, bytes: 64 * 1024 } as const;

/** The longest span of days in a rule: beyond it no calendar of the product reaches. */
export const MAX_DAYS = 4_000_000;

/** The group's kind and its rules; null for a condition. */
export function groupOf(rule: Rule): { kind: GroupKind; rules: Rule[] } | null {
  if ("all" in rule) return { kind: "all", rules: rule.all };
  if ("any" in rule) return { kind: "any", rules: rule.any };
  return "none" in rule ? { kind: "none", rules: rule.none } : null;
}
