import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import type { Translator } from "#components/words/translator.ts";
import { keyOf } from "#lib/contacts/key-of.ts";
import { ruleContext } from "#lib/contacts/rule-context.ts";
import { toDisplayValue } from "#lib/fields/json-value.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { RuleNames } from "#lib/rules/describe.ts";
import { type ExplanationLine, explanationLines } from "#lib/rules/explain-lines.ts";
import type { GroupKind, Rule } from "#lib/rules/rule.ts";
import { subjectOf } from "#lib/rules/subject.ts";
import { explainRule } from "#lib/rules/why.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";

/** A line of it, said in the reader's language. */
export type WhyLine = { level: number; matches: boolean } & (
  | { group: GroupKind }
  | { words: string; value: string | null; field: string | null }
);

/** Why somebody is in or out: each part of the rules with yes or no; or why that cannot be said. */
export type Why = { key: string; matches: boolean; lines: WhyLine[] } | { nobody: string };

export async function whyOf(
  person: Person,
  source: Profile,
  rule: Rule,
  { address, names, t }: { address: string; names: RuleNames; t: Translator },
): Promise<Why> {
  authorize(person, "contacts.view");
  const key = keyOf(address, source.keyKind);
  if (key === null) {
    return { nobody: source.keyKind === "email" ? t("This is no email address.") : t("This is no mobile number.") };
  }
  const explained = await explainRule(rule, await ruleContext(source, rule), key);
  if (explained === null) {
    return { nobody: t("{key} is not in “{name}”, so no rule can bring it in.", { key, name: source.name }) };
  }
  const lines = explanationLines(explained, names).map((line) => shown(line, source, t));
  return { key, matches: explained.matches, lines };
}

/** The value as people read it. */
function shown(line: ExplanationLine, source: Profile, t: Translator): WhyLine {
  if ("group" in line) return line;
  const { words, value, field } = line;
  const isShown = value !== null && field !== null;
  return { ...line, words: t.words(words), value: isShown ? shownValue(value, field, source, t) : value };
}

function shownValue(value: string, field: string, { fields, keyKind }: Profile, t: Translator): string {
  const subject = subjectOf(field, fields, keyKind);
  if (subject === null) return value;
  if ("field" in subject) return toDisplayValue(subject.field, value, environmentTimeZone(), t);
  if (subject.type === "status") return t(value);
  return subject.type === "added" ? toDisplayValue({ type: "datetime" }, value, environmentTimeZone(), t) : value;
}
