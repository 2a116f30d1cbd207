import type { Field } from "./field.ts";
import { exactNumber, plainDecimal } from "./json-number.ts";
import { utcOf } from "./local-time.ts";
import { type CellParser, parserFor } from "./parse-value.ts";
import type { Reading } from "./reading.ts";
import { type Refusal, reject } from "./refusal.ts";
import { isYes } from "./show-value.ts";

export { decimalSignOf, toDisplayValue, toInputValue } from "./show-value.ts";

const WRONG_TYPE = reject("json_type");
const INEXACT = reject("number_precision");
const NOT_A_NUMBER = reject("number");

/**
 * A value as the API takes it → Postgres' input text, null for empty, or why it is refused.
 * A number may be a JSON number or a string, always with a decimal point; yes/no may be a boolean or a word.
 */
export function parseJsonValue(
  field: Pick<Field, "type" | "options" | "required">,
  json: unknown,
  reading: Reading,
): string | null | Refusal {
  const parse = parserFor(field, { ...reading, decimal: "." });
  if (json === null || json === undefined) return parse("");
  if (field.type === "number") return parseJsonNumber(parse, json);
  if (field.type === "yesno" && typeof json === "boolean") return json ? "t" : "f";
  return typeof json === "string" ? parse(json) : WRONG_TYPE;
}

function parseJsonNumber(parse: CellParser, json: unknown): string | null | Refusal {
  if (typeof json === "number") {
    // Beyond this the digits that were sent are gone before anyone can look at them.
    if (Math.abs(json) > Number.MAX_SAFE_INTEGER) return INEXACT;
    return Number.isFinite(json) ? parse(plainDecimal(json)) : NOT_A_NUMBER;
  }
  if (typeof json !== "string") return WRONG_TYPE;
  // 1,234 from a program is no grouped thousand that one may be sure of.
  return /^(?:[+-]?[\d.]+)?$/.test(json.trim()) ? parse(json) : NOT_A_NUMBER;
}

/** Postgres' text of a value → JSON: a date is `YYYY-MM-DD`, a date and time is in UTC, an inexact number is a string. */
export function toJsonValue(field: Pick<Field, "type">, pgText: string | null): string | number | boolean | null {
  if (pgText === null) return null;
  switch (field.type) {
    case "number":
      return exactNumber(pgText);
    case "datetime":
      return utcOf(pgText);
    case "yesno":
      return isYes(pgText);
    case "date":
    case "text":
    case "choice":
    case "phone":
    case "url":
      return pgText;
    default:
      return field.type satisfies never;
  }
}
