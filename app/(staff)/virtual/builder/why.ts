import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { keyOf } from "#lib/contacts/key-of.ts";
import { ruleContext } from "#lib/contacts/rule-context.ts";
import { toDisplayValue } from "#lib/fields/json-value.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { RuleNames } from "#lib/rules/describe.ts";
import { type ExplanationLine, explanationLines } from "#lib/rules/explain-lines.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { subjectOf } from "#lib/rules/subject.ts";
import { explainRule } from "#lib/rules/why.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";

/** Why somebody is in or out: each part of the rules with yes or no; or why that cannot be said. */
export type Why = { key: string; matches: boolean; lines: ExplanationLine[] } | { nobody: string };

export async function whyOf(
  person: Person,
  source: Profile,
  rule: Rule,
  { address, names }: { address: string; names: RuleNames },
): Promise<Why> {
  authorize(person, "contacts.view");
  const key = keyOf(address, source.keyKind);
  if (key === null) return { nobody: `This is no ${source.keyKind === "email" ? "email address" : "mobile number"}.` };
  const explained = await explainRule(rule, await ruleContext(source, rule), key);
  if (explained === null) return { nobody: `${key} is not in “${source.name}”, so no rule can bring it in.` };
  const lines = explanationLines(explained, names).map((line) => shown(line, source));
  return { key, matches: explained.matches, lines };
}

/** The value as people read it. */
function shown(line: ExplanationLine, { fields, keyKind }: Profile): ExplanationLine {
  if ("group" in line || line.value === null || line.field === null) return line;
  const subject = subjectOf(line.field, fields, keyKind);
  if (subject === null) return line;
  if ("field" in subject) return { ...line, value: toDisplayValue(subject.field, line.value, environmentTimeZone()) };
  return subject.type === "added"
    ? { ...line, value: toDisplayValue({ type: "datetime" }, line.value, environmentTimeZone()) }
    : line;
}
