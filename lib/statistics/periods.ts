import { dateOfEpochDay, epochDay, isoDate } from "#lib/fields/calendar.ts";

/** By what the growth is told. A week begins on Monday. */
export const PERIODS = ["day", "week", "month"] as const;
export type Period = (typeof PERIODS)[number];

/** The first day of the period that a day (`2026-03-29`) is in. */
export function periodOf(day: string, period: Period): string {
  if (period === "day") return day;
  if (period === "month") return `${day.slice(0, 8)}01`;
  const at = epochDayOf(day);
  // 1970-01-01 was a Thursday, three days after a Monday.
  return dayOf(at - ((((at + 3) % 7) + 7) % 7));
}

/** The first day of the period `steps` after the one that begins on `first`; before it where `steps` is negative. */
export function stepPeriod(first: string, period: Period, steps: number): string {
  if (period !== "month") return dayOf(epochDayOf(first) + steps * (period === "week" ? 7 : 1));
  const months = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + steps;
  return isoDate(Math.floor(months / 12), (months % 12) + 1, 1);
}

/** The last day of the period that begins on `first`. */
export const lastDayOf = (first: string, period: Period): string => dayOf(epochDayOf(stepPeriod(first, period, 1)) - 1);

/** How many days `later` is after `earlier`. */
export const daysBetween = (earlier: string, later: string): number => epochDayOf(later) - epochDayOf(earlier);

function epochDayOf(day: string): number {
  return epochDay(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

function dayOf(epoch: number): string {
  const { year, month, day } = dateOfEpochDay(epoch);
  return isoDate(year, month, day);
}
