import { type CalendarDate, dateOfEpochDay, epochDay, isoDate, twoDigits } from "./calendar.ts";
import { datetimeParser } from "./datetime.ts";
import { isRefusal } from "./refusal.ts";
import { zoneOf } from "./zone.ts";

const readUtc = datetimeParser({ dateOrder: "ymd", timeZone: "UTC" });

/** What Postgres writes of a timestamptz, in whatever zone its session has → `2025-04-03T14:05:00Z`. */
export function utcOf(pgText: string): string {
  const utc = readUtc(pgText);
  if (isRefusal(utc)) throw new Error(`not a timestamp of the database: ${pgText}`);
  return utc;
}

export type LocalTime = CalendarDate & { hour: number; minute: number; second: number; fraction: string };

/** What the clock and the calendar of a zone show at a time that Postgres wrote. */
export function localTimeOf(pgText: string, timeZone: string): LocalTime {
  const utc = utcOf(pgText);
  const part = (from: number, to: number) => Number(utc.slice(from, to));
  const seconds =
    epochDay(part(0, 4), part(5, 7), part(8, 10)) * 86_400 + part(11, 13) * 3600 + part(14, 16) * 60 + part(17, 19);
  const local = seconds + zoneOf(timeZone).offsetAtUtc(seconds);
  const day = Math.floor(local / 86_400);
  const ofDay = local - day * 86_400;
  return {
    ...dateOfEpochDay(day),
    hour: Math.floor(ofDay / 3600),
    minute: Math.floor((ofDay % 3600) / 60),
    second: ofDay % 60,
    fraction: utc.slice(20, -1),
  };
}

/** `2025-04-03T14:05`, with seconds where there are some: what `<input type="datetime-local">` takes. */
export function isoLocal(time: LocalTime): string {
  const clock = `${twoDigits(time.hour)}:${twoDigits(time.minute)}`;
  const fraction = time.fraction === "" ? "" : `.${time.fraction}`;
  const seconds = time.second === 0 && fraction === "" ? "" : `:${twoDigits(time.second)}${fraction}`;
  return `${isoDate(time.year, time.month, time.day)}T${clock}${seconds}`;
}
