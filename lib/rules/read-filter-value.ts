import { clean } from "#lib/fields/clean.ts";
import { dateParser } from "#lib/fields/date.ts";
import { numberParser } from "#lib/fields/number.ts";
import type { Reading } from "#lib/fields/reading.ts";
import { isRefusal } from "#lib/fields/refusal.ts";
import { type Words, words } from "#lib/text/words.ts";
import type { SubjectType, Takes } from "./operators.ts";
import { MAX_DAYS, RULE_LIMITS } from "./rule.ts";

/** A condition's value, undefined where there is none; or what is wrong, and what to write. */
export type ReadValue<Value> = { value: Value } | { message: string | Words };

/** Texts of a form, as the value that an operator takes. */
export function readFilterValue(
  texts: readonly string[],
  takes: Takes,
  type: SubjectType,
  reading: Reading,
): ReadValue<unknown> {
  const [first = "", second = ""] = texts;
  switch (takes) {
    case "nothing":
      return { value: undefined };
    case "text":
      return readText(first, type);
    case "list":
      return readList(texts, type);
    case "number":
      return readNumber(first, reading);
    case "numbers":
      return pair(readNumber(first, reading), readNumber(second, reading));
    case "date":
      return readDate(first, reading);
    case "dates":
      return pair(readDate(first, reading), readDate(second, reading));
    case "days":
      return readDays(first, 0);
    case "offset":
      return readDays(first, -MAX_DAYS);
    default:
      return takes satisfies never;
  }
}

function readText(given: string, type: SubjectType): ReadValue<string> {
  const text = clean(given);
  if (isRefusal(text)) return { message: "This holds a character that cannot be kept. Write it again." };
  if (text === "") return { message: "Write what to compare with." };
  return { value: type === "phone" || type === "mobile" ? bareNumber(text) : text };
}

/** Phones are kept as + and digits; people write them with spaces, hyphens and brackets. */
const bareNumber = (text: string): string => (/^[+\d\s().-]+$/.test(text) ? text.replace(/[\s().-]/g, "") : text);

function readList(texts: readonly string[], type: SubjectType): ReadValue<string[]> {
  const lines = texts.flatMap((text) => text.split(/\r\n|[\r\n]/)).filter((line) => clean(line) !== "");
  if (lines.length === 0) return { message: "Write at least one value, one on each line." };
  const values = new Set<string>();
  for (const line of lines) {
    const read = readText(line, type);
    if ("message" in read) return read;
    values.add(read.value);
  }
  if (values.size <= RULE_LIMITS.values) return { value: [...values] };
  const most = RULE_LIMITS.values;
  return {
    message: words("These are {count, number} values; a list may hold at most {most, number}.", {
      count: values.size,
      most,
    }),
  };
}

function readNumber(given: string, { decimal }: Reading): ReadValue<number> {
  const text = clean(given);
  if (text === "") return { message: "Write a number." };
  const read = isRefusal(text) ? text : numberParser(decimal)(text);
  if (isRefusal(read))
    return {
      message:
        decimal === "," ? "This is no number. Write it as in 1250,50." : "This is no number. Write it as in 1250.50.",
    };
  const value = Number(read);
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return { value };
  return { message: "The number is too large to be compared exactly: use one of at most 15 digits." };
}

function readDate(given: string, { dateOrder }: Reading): ReadValue<string> {
  const text = clean(given);
  if (text === "") return { message: "Choose a date." };
  const read = isRefusal(text) ? text : dateParser(dateOrder)(text);
  return isRefusal(read) ? { message: "This is no date. Write it as in 2026-12-31." } : { value: read };
}

function readDays(given: string, least: number): ReadValue<number> {
  const text = given.trim().replace("−", "-");
  const value = /^[+-]?\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= MAX_DAYS) return { value: value === 0 ? 0 : value };
  return {
    message:
      least === 0 ? "Write a whole number of days, such as 30." : "Write a whole number of days, such as 0 or -1.",
  };
}

function pair<Value extends number | string>(low: ReadValue<Value>, high: ReadValue<Value>): ReadValue<[Value, Value]> {
  if ("message" in low) return { message: words("From: {message}", { message: asWords(low.message) }) };
  if ("message" in high) return { message: words("To: {message}", { message: asWords(high.message) }) };
  if (low.value > high.value) return { message: "The first is above the second. Write the lower one first." };
  return { value: [low.value, high.value] };
}

const asWords = (message: string | Words): Words => (typeof message === "string" ? words(message) : message);
