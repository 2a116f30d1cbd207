import { isoDate, isRealDate } from "./calendar.ts";
import { plainSpaces } from "./clean.ts";
import type { DateOrder } from "./reading.ts";
import { reject, type ValueParser } from "./refusal.ts";
import { type ScannedDate, scanDate } from "./scan-date.ts";
import { type ScannedTime, scanTime } from "./scan-time.ts";

const NOT_A_DATE = reject("date");
const IMPOSSIBLE = reject("date_impossible");
const WITH_TIME = reject("date_with_time");

/** The longest that anybody writes: `30th de septiembre de 2025, 12:00:00.000000 a. m. +00:00` and some more. */
export const MAX_DATE_LENGTH = 64;

/** A day of the calendar from 0001 to 9999 → `YYYY-MM-DD`. A time behind it is taken only where it is midnight. */
export function dateParser(order: DateOrder): ValueParser {
  const date: ScannedDate = { year: 0, month: 0, day: 0, end: 0 };
  const time: ScannedTime = { hour: 0, minute: 0, second: 0, fraction: "", offset: null };

  return (given) => {
    if (given.length > MAX_DATE_LENGTH) return NOT_A_DATE;
    const text = plainSpaces(given);
    if (!scanDate(text, order, date)) return NOT_A_DATE;
    if (!isRealDate(date.year, date.month, date.day)) return IMPOSSIBLE;
    if (date.end < text.length) {
      if (!scanTime(text, startOfTime(text, date.end), time)) return NOT_A_DATE;
      if (time.hour + time.minute + time.second > 0 || time.fraction !== "") return WITH_TIME;
    }
    return isIso(text, date.end) ? text.slice(0, 10) : isoDate(date.year, date.month, date.day);
  };
}

/** After a date: `T`, a comma and a space, or one or two spaces. -1, which is the start of no time, for anything else. */
export function startOfTime(text: string, from: number): number {
  const code = text.charCodeAt(from);
  if (code === 0x54 || code === 0x74) return from + 1;
  const space = code === 0x2c ? from + 1 : from;
  if (text.charCodeAt(space) !== 0x20) return -1;
  return text.charCodeAt(space + 1) === 0x20 ? space + 2 : space + 1;
}

function isIso(text: string, end: number): boolean {
  return end === 10 && text.charCodeAt(4) === 0x2d && text.charCodeAt(7) === 0x2d;
}
