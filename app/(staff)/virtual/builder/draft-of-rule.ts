import { fold } from "#lib/fields/fold.ts";
import { decimalSignOf } from "#lib/fields/json-value.ts";
import { plainNumber } from "#lib/fields/number.ts";
import type { DecimalSign } from "#lib/fields/reading.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { type Condition, groupOf, type Rule } from "#lib/rules/rule.ts";
import { subjectOf } from "#lib/rules/subject.ts";
import { type DraftGroup, type DraftNode, emptyCondition } from "./draft.ts";

/** Rules as the builder shows them, numbers as `tag` (BCP 47) writes them. A field that is gone is one that is to be chosen. */
export function draftOfRule(rule: Rule, source: Profile, tag = "en"): DraftGroup {
  let last = 0;
  const nodeOf = (each: Rule): DraftNode => {
    const id = ++last;
    const group = groupOf(each);
    if (group) return { id, kind: group.kind, items: group.rules.map(nodeOf) };
    return {
      ...emptyCondition(id),
      about: aboutOf(each as Condition, source),
      op: (each as Condition).op,
      ...inOptions(valuesOf(each as Condition, decimalSignOf(tag)), each as Condition, source),
    };
  };
  return nodeOf(groupOf(rule) ? rule : { all: [rule] }) as DraftGroup;
}

function aboutOf(condition: Condition, { fields, keyKind }: Profile): string {
  if ("profile" in condition) return "profile";
  if ("import" in condition) return "import";
  const subject = subjectOf(condition.field, fields, keyKind);
  if (subject === null) return "";
  if ("field" in subject) return `f${subject.field.id}`;
  return subject.type === keyKind ? "key" : subject.type;
}

function valuesOf(condition: Condition, decimal: DecimalSign): { value: string; value2: string } {
  const shown = (value: unknown) =>
    typeof value === "number" ? plainNumber(value).replace(".", decimal) : String(value);
  if ("profile" in condition) return { value: condition.profile, value2: "" };
  if ("import" in condition) return { value: String(condition.import), value2: "" };
  if (!("value" in condition)) return { value: "", value2: "" };
  if (condition.op === "between") return { value: shown(condition.value[0]), value2: shown(condition.value[1]) };
  return { value: [condition.value].flat().map(shown).join("\n"), value2: "" };
}

/** Rules pay no heed to case and accents; a list to choose from does. */
function inOptions<Values extends { value: string }>(values: Values, condition: Condition, source: Profile): Values {
  if (!("field" in condition)) return values;
  const subject = subjectOf(condition.field, source.fields, source.keyKind);
  if (!subject || !("field" in subject) || subject.field.type !== "choice") return values;
  const spelled = new Map(subject.field.options.map((option) => [fold(option), option]));
  const lines = values.value.split("\n").map((line) => spelled.get(fold(line)) ?? line);
  return { ...values, value: lines.join("\n") };
}
