import type { TextCondition } from "./compile-text.ts";
import type { Condition, FieldCondition, Rule } from "./rule.ts";

/*
 * The meaning of rules once more, as api.md tells it, over JavaScript values: what the compiled SQL is held against.
 * It shares no code with the compiler: its calendar is that of `Date` and `Intl`, its folding a table of letters.
 */

export type TestValue = string | number | boolean | Date | null;
export type TestMember = {
  key: string;
  status: "active" | "unsubscribed" | "bounced";
  importId: number | null;
  added: Date;
  /** By the name of the field; a date is `YYYY-MM-DD`, a date and time a `Date`. */
  values: Record<string, TestValue>;
};
export type TestWorld = { today: string; timeZone: string; profiles: Record<string, ReadonlySet<string>> };

export function matches(rule: Rule, member: TestMember, world: TestWorld): boolean {
  if ("all" in rule) return rule.all.every((inner) => matches(inner, member, world));
  if ("any" in rule) return rule.any.some((inner) => matches(inner, member, world));
  if ("none" in rule) return !rule.none.some((inner) => matches(inner, member, world));
  return holds(rule, member, world);
}

function holds(condition: Condition, member: TestMember, world: TestWorld): boolean {
  if ("profile" in condition) {
    return (world.profiles[condition.profile]?.has(member.key) ?? false) === (condition.op === "in");
  }
  if ("import" in condition) return (member.importId === condition.import) === (condition.op === "in");
  const value = heldBy(condition.field, member);
  if (condition.op === "empty") return value === null;
  if (condition.op === "is not" || condition.op === "none of" || condition.op === "not contains") {
    return value === null || !positive(condition, value, world);
  }
  return value !== null && positive(condition, value, world);
}

function heldBy(field: string, member: TestMember): TestValue {
  const base: Record<string, TestValue> = { email: member.key, mobile: member.key, status: member.status };
  return { ...base, added: member.added, ...member.values }[field.toLowerCase()] ?? null;
}

function positive(condition: FieldCondition, value: NonNullable<TestValue>, world: TestWorld): boolean {
  if (condition.op === "not empty") return true;
  if (condition.op === "yes" || condition.op === "no") return value === (condition.op === "yes");
  if (typeof value === "number") return holdsOfNumber(condition, value);
  if (value instanceof Date) return holdsOfDay(condition, dayIn(world.timeZone, value), world.today);
  if (typeof value === "string" && isTextual(condition)) return holdsOfText(condition, fold(value));
  return typeof value === "string" && holdsOfDay(condition, value, world.today);
}

function holdsOfNumber(condition: FieldCondition, value: number): boolean {
  switch (condition.op) {
    case "=":
      return value === condition.value;
    case "!=":
      return value !== condition.value;
    case ">":
      return value > condition.value;
    case ">=":
      return value >= condition.value;
    case "<":
      return value < condition.value;
    case "<=":
      return value <= condition.value;
    case "between":
      return value >= Number(condition.value[0]) && value <= Number(condition.value[1]);
    default:
      throw new Error(`${condition.op} is not of numbers`);
  }
}

const TEXTUAL = ["is", "is not", "one of", "none of", "contains", "not contains", "starts with", "ends with"];
const isTextual = (condition: FieldCondition): condition is FieldCondition & TextCondition =>
  TEXTUAL.includes(condition.op);

function holdsOfText(condition: TextCondition, text: string): boolean {
  if (Array.isArray(condition.value)) return condition.value.map(fold).includes(text);
  const wanted = fold(condition.value);
  if (condition.op === "is" || condition.op === "is not") return text === wanted;
  if (condition.op === "starts with") return text.startsWith(wanted);
  return condition.op === "ends with" ? text.endsWith(wanted) : text.includes(wanted);
}

const PLAIN: Record<string, string> = {
  á: "a",
  Á: "a",
  ã: "a",
  é: "e",
  É: "e",
  ê: "e",
  ñ: "n",
  Ñ: "n",
  ç: "c",
  Ü: "u",
};
const fold = (text: string): string => [...text].map((letter) => PLAIN[letter] ?? letter.toLowerCase()).join("");

/** Days as `YYYY-MM-DD` compare like texts. */
function holdsOfDay(condition: FieldCondition, day: string, today: string): boolean {
  switch (condition.op) {
    case "on":
      return day === condition.value;
    case "before":
      return day < condition.value;
    case "after":
      return day > condition.value;
    case "between":
      return day >= String(condition.value[0]) && day <= String(condition.value[1]);
    case "last days":
      return day >= shift(today, -condition.value) && day <= today;
    case "next days":
      return day >= today && day <= shift(today, condition.value);
    case "more than days ago":
      return day < shift(today, -condition.value);
    case "within more than days":
      return day > shift(today, condition.value);
    case "anniversary":
      return anniversaryIn(day, shift(today, -condition.value).slice(0, 4)) === shift(today, -condition.value);
    case "anniversary month":
      return day.slice(5, 7) === today.slice(5, 7);
    default:
      throw new Error(`${condition.op} is not of dates`);
  }
}

/** The day on which that year sees the anniversary. */
function anniversaryIn(day: string, year: string): string {
  const same = new Date(`${year}-${day.slice(5)}T00:00:00Z`);
  const exists = !Number.isNaN(same.getTime()) && same.toISOString().slice(5, 10) === day.slice(5);
  return exists ? `${year}-${day.slice(5)}` : `${year}-02-28`;
}

export function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayIn(timeZone: string, instant: Date): string {
  const options = { timeZone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", options);
  formats.set(timeZone, format);
  return format.format(instant);
}
