import type { Translator } from "#components/words/translator.ts";
import { lastDayOf, type Period } from "#lib/statistics/periods.ts";
import { say } from "#lib/text/words.ts";
import { dayIn } from "./day-in.ts";

/* Days, weeks and months in words. */

/** Under a bar: `3 Mar`, `Mar`, and the year in each January. */
export function tickOf(first: string, period: Period, t: Translator): string {
  if (period !== "month") return dayIn("dayAndMonth", dateOf(first), t.tag);
  return dayIn(first.slice(5, 7) === "01" ? "monthAndShortYear" : "month", dateOf(first), t.tag);
}

/** In full: `3 March 2026`, `2 Mar – 8 March 2026`, `March 2026`. */
export function periodName(first: string, period: Period, t: Translator): string {
  if (period === "day") return dayIn("longDay", dateOf(first), t.tag);
  if (period === "month") return dayIn("longMonth", dateOf(first), t.tag);
  const last = dayIn("longDay", dateOf(lastDayOf(first, period)), t.tag);
  return `${dayIn("dayAndMonth", dateOf(first), t.tag)} – ${last}`;
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

export const PERIOD_NAMES: Record<Period, string> = { day: say("Day"), week: say("Week"), month: say("Month") };

export const GROWTH_BY: Record<Period, string> = {
  day: say("Growth by day"),
  week: say("Growth by week"),
  month: say("Growth by month"),
};

export const NUMBERS_BY: Record<Period, string> = {
  day: say("The numbers by day"),
  week: say("The numbers by week"),
  month: say("The numbers by month"),
};
