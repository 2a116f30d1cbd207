import { type SQL, sql } from "drizzle-orm";
import { anniversary, dateText, dayRange, monthOf, startOfDay } from "./days.ts";
import type { FieldCondition } from "./rule.ts";

export type Clock = {
  /** The day that it is in the installation's zone, `YYYY-MM-DD`. */
  today: string;
  timeZone: string;
};

/**
 * Ranges compare the bare column with parameters, so that an index on it serves: a day of a date and time is from its
 * first instant in the zone to the next day's. Null when the operator is none of dates.
 */
export function compileDate(
  column: SQL,
  type: "date" | "datetime",
  condition: FieldCondition,
  { today, timeZone }: Clock,
): SQL | null {
  const local = type === "date" ? column : sql`(${column} at time zone ${timeZone})`;
  if (condition.op === "anniversary month") return sql`extract(month from ${local}) = ${monthOf(today)}`;
  if (condition.op === "anniversary") {
    const { month, firstDay, lastDay } = anniversary(today, condition.value);
    return sql`(extract(month from ${local}) = ${month} and extract(day from ${local}) between ${firstDay} and ${lastDay})`;
  }

  const range = dayRange(condition, today);
  if (range === null) return null;
  const bound = (day: number) =>
    type === "date" ? sql`${dateText(day)}::date` : sql`to_timestamp(${startOfDay(day, timeZone)})`;
  const from = range.from === null ? null : sql`${column} >= ${bound(range.from)}`;
  const before = range.before === null ? null : sql`${column} < ${bound(range.before)}`;
  return from && before ? sql`(${from} and ${before})` : (from ?? before);
}
