import { type CalendarDate, dateOfEpochDay, epochDay, isLeapYear, isoDate } from "#lib/fields/calendar.ts";
import { zoneOf } from "#lib/fields/zone.ts";
import type { FieldCondition } from "./rule.ts";

/** From a day on, and to before another; days are counted from 1970-01-01, null is without end. */
export type DayRange = { from: number | null; before: number | null };

/** The days that a condition on a date means, `today` being `YYYY-MM-DD`; null when they are no range, or it is no such condition. */
export function dayRange(condition: FieldCondition, today: string): DayRange | null {
  const now = dayOf(today);
  switch (condition.op) {
    case "on":
      return { from: dayOf(condition.value), before: dayOf(condition.value) + 1 };
    case "before":
      return { from: null, before: dayOf(condition.value) };
    case "after":
      return { from: dayOf(condition.value) + 1, before: null };
    case "between": {
      const [low, high] = condition.value;
      return typeof low === "string" && typeof high === "string" ? { from: dayOf(low), before: dayOf(high) + 1 } : null;
    }
    case "last days":
      return { from: now - condition.value, before: now + 1 };
    case "next days":
      return { from: now, before: now + condition.value + 1 };
    case "more than days ago":
      return { from: null, before: now - condition.value };
    case "within more than days":
      return { from: now + condition.value + 1, before: null };
    default:
      return null;
  }
}

/** The month, and the days of it, whose anniversary is `offset` days before `today`. */
export function anniversary(today: string, offset: number): { month: number; firstDay: number; lastDay: number } {
  const { year, month, day } = dateOfEpochDay(dayOf(today) - offset);
  // A common year has no 29 February: who was born on one is met on the 28th.
  const lastDay = month === 2 && day === 28 && !isLeapYear(year) ? 29 : day;
  return { month, firstDay: day, lastDay };
}

/** `2026-12-31`, within the years that a date may have and the day after them. */
export function dateText(day: number): string {
  const { year, month, day: dayOfMonth } = dateOfEpochDay(Math.min(Math.max(day, FIRST_DAY), AFTER_LAST_DAY));
  return isoDate(year, month, dayOfMonth);
}

/** The first second of a day by the clock of a time zone, in seconds since 1970, UTC. */
export function startOfDay(day: number, timeZone: string): number {
  const local = Math.min(Math.max(day, FIRST_DAY), AFTER_LAST_DAY) * 86_400;
  return local - zoneOf(timeZone).offsetAtLocal(local);
}

/** The day that it is somewhere, as `YYYY-MM-DD`. */
export function todayIn(timeZone: string, now: Date = new Date()): string {
  const seconds = Math.floor(now.getTime() / 1000);
  return dateText(Math.floor((seconds + zoneOf(timeZone).offsetAtUtc(seconds)) / 86_400));
}

const FIRST_DAY = epochDay(1, 1, 1);
const AFTER_LAST_DAY = epochDay(10_000, 1, 1);

function dayOf(date: string): number {
  const { year, month, day } = calendarDate(date);
  return epochDay(year, month, day);
}

/** The month of a `YYYY-MM-DD`, from 1. */
export const monthOf = (date: string): number => calendarDate(date).month;

const calendarDate = (date: string): CalendarDate => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});
