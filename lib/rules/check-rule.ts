import type { Field } from "#lib/fields/field.ts";
import { fold } from "#lib/fields/fold.ts";
import type { ProblemDetail } from "#lib/problem.ts";
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
    return fault ? [{ path: joinPath(path, fault.path), message: fault.message }] : [];
  });
}

function faultOf(condition: Condition, fields: readonly Field[], keyKind: KeyKind, profiles?: KnownProfiles) {
  if ("profile" in condition) return profiles ? faultOfMembership(condition.profile, keyKind, profiles) : null;
  return "import" in condition ? null : faultOnField(condition, fields, keyKind);
}

function faultOfMembership(key: string, keyKind: KeyKind, profiles: KnownProfiles): RuleFault | null {
  const profile = profiles.get(key);
  if (!profile) return { path: "profile", message: `There is no profile with the key "${key}". Choose another one.` };
  if (profile.keyKind === keyKind) return null;
  const [theirs, ours] = keyKind === "email" ? ["mobile", "email"] : ["email", "mobile"];
  const message = `That profile knows its members by ${theirs}, this one by ${ours}, so nobody can be in both. Choose another one.`;
  return { path: "profile", message };
}

function faultOnField(condition: FieldCondition, fields: readonly Field[], keyKind: KeyKind): RuleFault | null {
  const subject = subjectOf(condition.field, fields, keyKind);
  if (!subject) return { path: "field", message: unknownField(condition.field, keyKind) };
  const operator = operatorOf(subject.type, condition.op);
  if (!operator) return { path: "op", message: wrongOperator(condition, subject) };
  const message = wrongValue(condition, operator, subject);
  return message === null ? null : { path: "value", message };
}

function unknownField(name: string, keyKind: KeyKind): string {
  const lower = name.toLowerCase();
  if (lower === "email" || lower === "mobile") {
    return `This profile knows its members by ${keyKind}, and has no field "${name}". Use ${keyKind}.`;
  }
  return `The profile has no field "${name}". Choose one that it has.`;
}

function wrongOperator({ field, op }: FieldCondition, { type }: Subject): string {
  const known = OPERATORS[type].map((operator) => `"${operator.op}"`).join(", ");
  return `"${op}" does not fit "${field}", which is ${IN_WORDS[type]}. Use one of ${known}.`;
}

const IN_WORDS: Readonly<Record<Subject["type"], string>> = {
  text: "a text",
  number: "a number",
  date: "a date",
  datetime: "a date and time",
  yesno: "a yes/no",
  choice: "a choice",
  phone: "a phone",
  url: "a URL",
  email: "an email",
  mobile: "a mobile",
  status: "the status",
  added: "a date and time",
};

/** `parseRule` has seen to it that the value fits the operator, but for those whose value depends on the type. */
function wrongValue(condition: FieldCondition, { takes }: Operator, subject: Subject): string | null {
  if (condition.op === "between") {
    const wanted = takes === "numbers" ? "number" : "string";
    if (condition.value.every((bound) => typeof bound === wanted)) return null;
    return takes === "numbers" ? "Give two numbers, without quotes." : "Give two dates such as 2026-12-31.";
  }
  if (subject.type === "status") return wrongStatus(condition);
  return subject.type === "choice" ? wrongOption(condition, subject.field.options) : null;
}

function wrongStatus(condition: FieldCondition): string | null {
  const value = "value" in condition ? condition.value : "";
  return STATUSES.some((status) => status === value)
    ? null
    : `There is no status "${value}". Use active, unsubscribed or bounced.`;
}

/** A part of an option may be anything; a whole one must be there. */
function wrongOption(condition: FieldCondition, options: readonly string[]): string | null {
  const whole = wholeOptions(condition);
  const known = new Set(options.map(fold));
  const missing = whole.find((value) => !known.has(fold(value)));
  if (missing === undefined) return null;
  const shown = options.slice(0, 10).map((option) => `"${option}"`);
  return `"${condition.field}" has no option "${missing}". Use one of ${shown.join(", ")}${options.length > 10 ? ", …" : ""}.`;
}

function wholeOptions(condition: FieldCondition): string[] {
  if (condition.op === "is" || condition.op === "is not") return [condition.value];
  return condition.op === "one of" || condition.op === "none of" ? condition.value : [];
}
