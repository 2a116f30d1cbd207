import { lastDayOf, type Period } from "#lib/statistics/periods.ts";

/* Days, weeks and months in words. A day such as `2026-03-29` is no moment: it is told as itself, in UTC. */

const format = (options: Intl.DateTimeFormatOptions) => {
  const made = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
  return (day: string) => made.format(new Date(`${day}T00:00:00Z`));
};

const dayAndMonth = format({ day: "numeric", month: "short" });
const wholeDay = format({ day: "numeric", month: "long", year: "numeric" });
const wholeMonth = format({ month: "long", year: "numeric" });
const shortMonth = format({ month: "short" });
const monthAndYear = format({ month: "short", year: "2-digit" });

/** Under a bar: `3 Mar`, `Mar`, and the year in each January. */
export function tickOf(first: string, period: Period): string {
  if (period !== "month") return dayAndMonth(first);
  return first.slice(5, 7) === "01" ? monthAndYear(first) : shortMonth(first);
}

/** In full: `3 March 2026`, `2 Mar – 8 March 2026`, `March 2026`. */
export function periodName(first: string, period: Period): string {
  if (period === "day") return wholeDay(first);
  if (period === "month") return wholeMonth(first);
  return `${dayAndMonth(first)} – ${wholeDay(lastDayOf(first, period))}`;
}

export const PERIOD_NAMES: Record<Period, string> = { day: "Day", week: "Week", month: "Month" };
