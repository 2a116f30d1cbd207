import { plainSpaces } from "./clean.ts";
import type { DecimalSign } from "./reading.ts";
import { type Refusal, reject, type ValueParser } from "./refusal.ts";

const NOT_A_NUMBER = reject("number");
const SCIENTIFIC = reject("number_scientific");
const OUT_OF_RANGE = reject("number_range");

/** The most digits that Postgres lets a numeric column declare, and far below what an index row holds. */
const MAX_DIGITS = 1_000;

/**
 * `-1.234,50` → `-1234.50`: every digit is kept, only zeros in front are not.
 * Thousands are grouped in threes by the other sign, a space or an apostrophe. Currency signs, % and 1E+5 are refused.
 */
export function numberParser(decimal: DecimalSign): ValueParser {
  return (text) => (isPlainInteger(text) ? text : readNumber(text, decimal));
}

/** `1e-7` → `0.0000001`: every digit that the number has, and no exponent, which no control takes. */
export const plainNumber = (value: number): string =>
  value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });

/** Up to 15 digits without a zero in front: already what the database takes. */
function isPlainInteger(text: string): boolean {
  const { length } = text;
  if (length > 15) return false;
  const first = text.charCodeAt(0);
  if (first === 0x30) return length === 1;
  for (let i = 0; i < length; i++) {
    if (!isDigit(text.charCodeAt(i))) return false;
  }
  return true;
}

function readNumber(text: string, decimal: DecimalSign): string | Refusal {
  let start = 0;
  let sign = "";
  const first = text[0];
  if (first === "-" || first === "−") sign = "-";
  if (sign !== "" || first === "+") start = 1;

  const point = text.indexOf(decimal, start);
  const wholeEnd = point === -1 ? text.length : point;
  const whole = digitsOf(text, start, wholeEnd, decimal === "." ? "," : ".");
  const fraction = point === -1 ? "" : text.slice(point + 1);
  if (whole === null || !allDigits(fraction) || (point !== -1 && fraction === "") || (whole === "" && point === -1)) {
    return looksScientific(text) ? SCIENTIFIC : NOT_A_NUMBER;
  }
  if (whole.length + fraction.length > MAX_DIGITS) return OUT_OF_RANGE;

  const kept = withoutLeadingZeros(whole);
  const number = fraction === "" ? kept : `${kept}.${fraction}`;
  return sign === "-" && !isZero(kept, fraction) ? `-${number}` : number;
}

/** The digits before the decimal sign with their grouping taken out; null where they are not grouped in threes. */
function digitsOf(text: string, start: number, end: number, otherSign: string): string | null {
  const part = text.slice(start, end);
  if (allDigits(part)) return part;
  const spaced = plainSpaces(part);
  const grouping = [otherSign, " ", "'", "’"].find((sign) => spaced.includes(sign));
  if (grouping === undefined) return null;
  const [head = "", ...groups] = spaced.split(grouping);
  // 0,123 is no grouped thousand: somebody wrote with the other decimal sign.
  if (head.length === 0 || head.length > 3 || head.startsWith("0") || !allDigits(head)) return null;
  if (!groups.every((group) => group.length === 3 && allDigits(group))) return null;
  return head + groups.join("");
}

function allDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (!isDigit(text.charCodeAt(i))) return false;
  }
  return true;
}

function withoutLeadingZeros(digits: string): string {
  let i = 0;
  while (i < digits.length - 1 && digits.charCodeAt(i) === 0x30) i++;
  return digits === "" ? "0" : digits.slice(i);
}

function isZero(whole: string, fraction: string): boolean {
  if (whole !== "0") return false;
  for (let i = 0; i < fraction.length; i++) {
    if (fraction.charCodeAt(i) !== 0x30) return false;
  }
  return true;
}

/** 5.6912E+10: what a spreadsheet writes when its column was too narrow, with the last digits gone. */
export function looksScientific(text: string): boolean {
  return text.length <= 64 && /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(text);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
