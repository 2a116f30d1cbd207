import type { DateKind } from "./number-format.ts";

/** `YYYY-MM-DD`, `YYYY-MM-DD HH:MM:SS` or `HH:MM:SS`, as the cell shows it; undefined for a day that does not exist. */
export function dateText(serial: number, kind: DateKind, date1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < MAX_SERIAL)) return undefined;
  const seconds = Math.round(serial * DAY_SECONDS);
  const day = Math.floor(seconds / DAY_SECONDS);
  if (kind === "elapsed") return clock(seconds);
  if (kind === "time") return clock(seconds % DAY_SECONDS);
  if (!date1904 && day === 0) return kind === "datetime" && seconds > 0 ? clock(seconds) : undefined; // a time alone
  const date = knownDay(day, date1904);
  return date !== undefined && kind === "datetime" ? `${date} ${clock(seconds % DAY_SECONDS)}` : date;
}

const DAY_SECONDS = 86_400;
const MAX_SERIAL = 2_958_466; // 10000-01-01

function clock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return [hours, minutes, seconds % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** A column of dates holds few days many times, and a `Date` for each cell would be a tenth of the reading. */
function knownDay(day: number, date1904: boolean): string | undefined {
  const key = date1904 ? -day : day;
  if (KNOWN_DAYS.has(key)) return KNOWN_DAYS.get(key);
  if (KNOWN_DAYS.size === MAX_KNOWN_DAYS) KNOWN_DAYS.clear();
  const date = calendarDay(day, date1904);
  KNOWN_DAYS.set(key, date);
  return date;
}

const KNOWN_DAYS = new Map<number, string | undefined>();
const MAX_KNOWN_DAYS = 40_000;

/** The 1900 system counts a 29 February 1900 that never was, as Lotus did: day 60 is none, and those before lag by one. */
function calendarDay(day: number, date1904: boolean): string | undefined {
  if (!date1904 && day === 60) return undefined;
  const sinceUnix = date1904 ? day - 24_107 : day - (day < 60 ? 25_568 : 25_569);
  const date = new Date(sinceUnix * DAY_SECONDS * 1000).toISOString();
  return date.startsWith("+") ? undefined : date.slice(0, 10);
}
