import { dateOfEpochDay, epochDay, isoDate, isRealDate, twoDigits } from "./calendar.ts";
import { plainSpaces } from "./clean.ts";
import { MAX_DATE_LENGTH, startOfTime } from "./date.ts";
import type { Reading } from "./reading.ts";
import { type Refusal, reject, type ValueParser } from "./refusal.ts";
import { type ScannedDate, scanDate } from "./scan-date.ts";
import { type ScannedTime, scanTime } from "./scan-time.ts";
import { zoneOf } from "./zone.ts";

const NOT_A_DATETIME = reject("datetime");
const IMPOSSIBLE = reject("date_impossible");

/**
 * A date with a time of day, or alone for its midnight → UTC, `2025-04-03T14:05:00Z`, to the microsecond.
 * Without a zone in the text the reading's zone counts: a time that the clock skips moves on by the hour that is
 * skipped, and of a time that comes twice the first is meant.
 */
export function datetimeParser({ dateOrder, timeZone }: Pick<Reading, "dateOrder" | "timeZone">): ValueParser {
  const zone = zoneOf(timeZone);
  const date: ScannedDate = { year: 0, month: 0, day: 0, end: 0 };
  const time: ScannedTime = { hour: 0, minute: 0, second: 0, fraction: "", offset: null };

  return (given) => {
    if (given.length > MAX_DATE_LENGTH) return NOT_A_DATETIME;
    const text = plainSpaces(given);
    if (!scanDate(text, dateOrder, date)) return NOT_A_DATETIME;
    if (!isRealDate(date.year, date.month, date.day)) return IMPOSSIBLE;
    if (date.end === text.length) {
      time.hour = time.minute = time.second = 0;
      time.fraction = "";
      time.offset = null;
    } else if (!scanTime(text, startOfTime(text, date.end), time)) {
      return NOT_A_DATETIME;
    }
    const local =
      epochDay(date.year, date.month, date.day) * 86_400 + time.hour * 3600 + time.minute * 60 + time.second;
    return isoUtc(local - (time.offset ?? zone.offsetAtLocal(local)), time.fraction);
  };
}

/** `seconds` since 1970 → `2025-04-03T14:05:00.25Z`. An hour before the year 1 is refused like any day before it. */
function isoUtc(seconds: number, fraction: string): string | Refusal {
  const day = Math.floor(seconds / 86_400);
  const { year, month, day: dayOfMonth } = dateOfEpochDay(day);
  if (year < 1 || year > 9999) return IMPOSSIBLE;
  const ofDay = seconds - day * 86_400;
  const hour = Math.floor(ofDay / 3600);
  const minute = Math.floor((ofDay % 3600) / 60);
  const clock = `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(ofDay % 60)}`;
  return `${isoDate(year, month, dayOfMonth)}T${clock}${fraction === "" ? "" : `.${fraction}`}Z`;
}
