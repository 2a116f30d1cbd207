import type { Words } from "#lib/text/words.ts";
import { describeCondition, type RuleNames } from "./describe.ts";
import type { GroupKind } from "./rule.ts";
import type { Explanation } from "./why.ts";

/** An explanation as lines to be read from above: groups with what stands below them, conditions with the member's value. */
export type ExplanationLine = { level: number; matches: boolean } & (
  | { group: GroupKind }
  | { words: Words; value: string | null; field: string | null }
);

/** `field`: the name of the field whose value it is, as it is kept; null for memberships. */
export function explanationLines(explanation: Explanation, names: RuleNames = {}, level = 0): ExplanationLine[] {
  const { matches } = explanation;
  if (explanation.kind === "condition") {
    const { condition, value } = explanation;
    const field = "field" in condition ? condition.field : null;
    return [{ level, matches, words: describeCondition(condition, names), value, field }];
  }
  const parts = explanation.parts.flatMap((part) => explanationLines(part, names, level + 1));
  return [{ level, matches, group: explanation.kind }, ...parts];
}
