import { monthOfName } from "./month-names.ts";
import { isDigit } from "./number.ts";
import type { DateOrder } from "./reading.ts";

/** Filled by `scanDate` and used again for the next value, so that a million of them cost no memory. */
export type ScannedDate = { year: number; month: number; day: number /** Index after the date. */; end: number };

/**
 * Reads a date at the start of the text: `2025-04-03` in any order, `3/4/2025`, `3.4.25`, `3-4-2025` by the order,
 * `3 April 2025`, `3 de abril de 2025`, `Apr 3, 2025`. False where there is none; whether the day exists is not asked.
 *
 * A year of two digits is read as Excel does, from where most files come: 00–29 is 2000–2029, 30–99 is 1930–1999.
 */
export function scanDate(text: string, order: DateOrder, into: ScannedDate): boolean {
  const aEnd = endOfDigits(text, 0, 4);
  if (aEnd === 0) return scanMonthName(text, into);
  const separator = text.charCodeAt(aEnd);
  // - . /
  if (separator < 0x2d || separator > 0x2f) return scanMonthName(text, into);
  const bEnd = endOfDigits(text, aEnd + 1, 2);
  if (bEnd === aEnd + 1) return scanMonthName(text, into);
  if (text.charCodeAt(bEnd) !== separator) return false;
  const cEnd = endOfDigits(text, bEnd + 1, 4);
  if (cEnd === bEnd + 1 || isDigit(text.charCodeAt(cEnd))) return false;

  const yearFirst = aEnd === 4 || order === "ymd";
  const a = numberAt(text, 0, aEnd);
  const b = numberAt(text, aEnd + 1, bEnd);
  const c = numberAt(text, bEnd + 1, cEnd);
  const year = yearFirst ? fullYear(a, aEnd) : fullYear(c, cEnd - bEnd - 1);
  const dayWidth = yearFirst ? cEnd - bEnd - 1 : aEnd;
  if (year === -1 || dayWidth > 2) return false;
  into.year = year;
  into.month = yearFirst || order === "dmy" ? b : a;
  into.day = yearFirst ? c : order === "dmy" ? a : b;
  into.end = cEnd;
  return true;
}

const DAY_FIRST =
  /^(\d{1,4})(?:st|nd|rd|th|º|°|er)?[ ./-]{1,3}(?:de |of )?(\p{L}{3,10})\.?[ ,./-]{1,3}(?:de |del )?(\d{1,4})(?!\d)/u;
const MONTH_FIRST = /^(\p{L}{3,10})\.?[ .-]{1,2}(\d{1,2})(?:st|nd|rd|th)?,?[ .-]{1,2}(\d{4}|\d{2})(?!\d)/u;

function scanMonthName(text: string, into: ScannedDate): boolean {
  const dayFirst = DAY_FIRST.exec(text);
  const [whole = "", left = "", middle = "", right = ""] = dayFirst ?? MONTH_FIRST.exec(text) ?? [];
  const month = monthOfName(dayFirst ? middle : left);
  if (month === undefined) return false;
  const day = dayFirst ? left : middle;
  // 2025-Apr-03
  const yearFirst = day.length === 4;
  const year = yearFirst ? day : right;
  const dayOfMonth = yearFirst ? right : day;
  into.year = fullYear(Number(year), year.length);
  into.month = month;
  into.day = Number(dayOfMonth);
  into.end = whole.length;
  return into.year !== -1 && dayOfMonth.length <= 2;
}

/** -1 for a year of one or three digits, which nobody can be sure of. */
function fullYear(value: number, width: number): number {
  if (width === 4) return value;
  if (width !== 2) return -1;
  return value < 30 ? 2000 + value : 1900 + value;
}

/** Index after at most `max` digits. */
export function endOfDigits(text: string, from: number, max: number): number {
  let end = from;
  while (end < from + max && isDigit(text.charCodeAt(end))) end++;
  return end;
}

export function numberAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 0x30;
  return value;
}
