import { type Condition, groupOf, type Rule } from "./rule.ts";

/** Each condition with its JSON path, such as `all.0.any.1`, in the order in which they are written. */
export function* conditionsOf(rule: Rule, path = ""): Generator<{ condition: Condition; path: string }> {
  const group = groupOf(rule);
  if (group === null) {
    yield { condition: rule as Condition, path };
    return;
  }
  for (const [at, inner] of group.rules.entries()) {
    yield* conditionsOf(inner, joinPath(path, group.kind, String(at)));
  }
}

/** What a rule depends on. Fields are in lower case; `email`, `mobile`, `status` and `added` are among them. */
export type Mentions = { fields: Set<string>; profiles: Set<string>; imports: Set<number> };

export function mentionsOf(rule: Rule): Mentions {
  const mentions: Mentions = { fields: new Set(), profiles: new Set(), imports: new Set() };
  for (const { condition } of conditionsOf(rule)) {
    if ("profile" in condition) mentions.profiles.add(condition.profile);
    else if ("import" in condition) mentions.imports.add(condition.import);
    else mentions.fields.add(normalName(condition.field));
  }
  return mentions;
}

/** Names of fields are one when this is. */
export const normalName = (name: string): string => name.normalize("NFC").toLowerCase();

export const joinPath = (...steps: string[]): string => steps.filter((step) => step !== "").join(".");
