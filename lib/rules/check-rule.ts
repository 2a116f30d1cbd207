import type { Field } from "#lib/fields/field.ts";
import { fold } from "#lib/fields/fold.ts";
import { detailOf, type ProblemDetail } from "#lib/problem.ts";
import { type Words, words } from "#lib/text/words.ts";
import { OPERATORS, type Operator, operatorOf } from "./operators.ts";
import type { Condition, FieldCondition, Rule } from "./rule.ts";
import { type KeyKind, STATUSES, type Subject, subjectOf } from "./subject.ts";
import { conditionsOf, joinPath } from "./walk-rule.ts";

/** Where a rule does not fit a profile: the JSON path, and a sentence that says what to do. */
export type RuleFault = ProblemDetail;

/** The profiles that a rule may name, by key. */
export type KnownProfiles = ReadonlyMap<string, { keyKind: KeyKind }>;

/** All that does not fit the profile; empty when the rule does. Without `profiles`, memberships are not looked at. */
export function checkRule(
  rule: Rule,
  fields: readonly Field[],
  keyKind: KeyKind,
  profiles?: KnownProfiles,
): RuleFault[] {
  return [...conditionsOf(rule)].flatMap(({ condition, path }) => {
    const fault = faultOf(condition, fields, keyKind, profiles);
    return fault ? [{ ...fault, path: joinPath(path, fault.path) }] : [];
  });
}

function faultOf(condition: Condition, fields: readonly Field[], keyKind: KeyKind, profiles?: KnownProfiles) {
  if ("profile" in condition) return profiles ? faultOfMembership(condition.profile, keyKind, profiles) : null;
  return "import" in condition ? null : faultOnField(condition, fields, keyKind);
}

function faultOfMembership(key: string, keyKind: KeyKind, profiles: KnownProfiles): RuleFault | null {
  const profile = profiles.get(key);
  if (!profile)
    return detailOf("profile", words('There is no profile with the key "{key}". Choose another one.', { key }));
  if (profile.keyKind === keyKind) return null;
  return detailOf(
    "profile",
    keyKind === "email"
      ? "That profile knows its members by mobile, this one by email, so nobody can be in both. Choose another one."
      : "That profile knows its members by email, this one by mobile, so nobody can be in both. Choose another one.",
  );
}

function faultOnField(condition: FieldCondition, fields: readonly Field[], keyKind: KeyKind): RuleFault | null {
  const subject = subjectOf(condition.field, fields, keyKind);
  if (!subject) return detailOf("field", unknownField(condition.field, keyKind));
  const operator = operatorOf(subject.type, condition.op);
  if (!operator) return detailOf("op", wrongOperator(condition, subject));
  const message = wrongValue(condition, operator, subject);
  return message === null ? null : detailOf("value", message);
}

function unknownField(name: string, keyKind: KeyKind): Words {
  const lower = name.toLowerCase();
  if (lower !== "email" && lower !== "mobile") {
    return words('The profile has no field "{name}". Choose one that it has.', { name });
  }
  return keyKind === "email"
    ? words('This profile knows its members by email, and has no field "{name}". Use email.', { name })
    : words('This profile knows its members by mobile, and has no field "{name}". Use mobile.', { name });
}

function wrongOperator({ field, op }: FieldCondition, { type }: Subject): Words {
  const known = OPERATORS[type].map((operator) => `"${operator.op}"`).join(", ");
  return words('"{op}" does not fit "{field}", which is {type}. Use one of {known}.', {
    op,
    field,
    type: IN_WORDS[type],
    known,
  });
}

const IN_WORDS: Readonly<Record<Subject["type"], Words>> = {
  text: words("a text"),
  number: words("a number"),
  date: words("a date"),
  datetime: words("a date and time"),
  yesno: words("a yes/no"),
  choice: words("a choice"),
  phone: words("a phone"),
  url: words("a URL"),
  email: words("an email"),
  mobile: words("a mobile"),
  status: words("the status"),
  added: words("a date and time"),
};

/** `parseRule` has seen to it that the value fits the operator, but for those whose value depends on the type. */
function wrongValue(condition: FieldCondition, { takes }: Operator, subject: Subject): string | Words | null {
  if (condition.op === "between") {
    const wanted = takes === "numbers" ? "number" : "string";
    if (condition.value.every((bound) => typeof bound === wanted)) return null;
    return takes === "numbers" ? "Give two numbers, without quotes." : "Give two dates such as 2026-12-31.";
  }
  if (subject.type === "status") return wrongStatus(condition);
  return subject.type === "choice" ? wrongOption(condition, subject.field.options) : null;
}

function wrongStatus(condition: FieldCondition): Words | null {
  const value = "value" in condition ? condition.value : "";
  return STATUSES.some((status) => status === value)
    ? null
    : words('There is no status "{value}". Use active, unsubscribed or bounced.', { value: String(value) });
}

/** A part of an option may be anything; a whole one must be there. */
function wrongOption(condition: FieldCondition, options: readonly string[]): Words | null {
  const whole = wholeOptions(condition);
  const known = new Set(options.map(fold));
  const missing = whole.find((value) => !known.has(fold(value)));
  if (missing === undefined) return null;
  const shown = options.slice(0, 10).map((option) => `"${option}"`);
  return words('"{field}" has no option "{missing}". Use one of {options}.', {
    field: condition.field,
    missing,
    options: [...shown, ...(options.length > 10 ? ["…"] : [])].join(", "),
  });
}

function wholeOptions(condition: FieldCondition): string[] {
  if (condition.op === "is" || condition.op === "is not") return [condition.value];
  return condition.op === "one of" || condition.op === "none of" ? condition.value : [];
}
