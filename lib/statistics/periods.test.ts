import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { lastDayOf, PERIODS, periodOf, stepPeriod } from "./periods.ts";

/** Written otherwise: with the calendar of JavaScript. */
function firstDay(day: string, period: (typeof PERIODS)[number]): string {
  const date = new Date(`${day}T12:00:00Z`);
  if (period === "month") date.setUTCDate(1);
  if (period === "week") date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

const days = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const periods = fc.constantFrom(...PERIODS);

test("a day is in the period that begins on its first day, a week on Monday", () => {
  fc.assert(fc.property(days, periods, (day, period) => periodOf(day, period) === firstDay(day, period)));
});

test("periods follow one another without a gap", () => {
  fc.assert(
    fc.property(days, periods, fc.integer({ min: -40, max: 40 }), (day, period, steps) => {
      const first = stepPeriod(periodOf(day, period), period, steps);
      const last = lastDayOf(first, period);
      expect(periodOf(last, period)).toBe(first);
      const next = stepPeriod(first, period, 1);
      expect(new Date(next).getTime() - new Date(last).getTime()).toBe(86_400_000);
      expect(stepPeriod(next, period, -1)).toBe(first);
    }),
  );
});

test("a moment falls on the day that the clock on the wall shows, also when summer time begins and ends", async () => {
  const zones = ["America/Santiago", "Europe/Madrid", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];
  const moments = fc.array(fc.date({ min: new Date("2005-01-01"), max: new Date("2035-01-01"), noInvalidDate: true }), {
    minLength: 200,
    maxLength: 200,
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...zones), moments, async (timeZone, dates) => {
      const wall = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
      const { rows } = await db.execute<{ day: string }>(sql`
        select (date_bin('15 minutes', at, timestamptz 'epoch') at time zone ${timeZone}::text)::date::text as day
        from unnest(${sql.param(dates.map((date) => date.toISOString()))}::timestamptz[]) with ordinality as each (at, place)
        order by place`);
      expect(rows.map(({ day }) => day)).toEqual(dates.map((date) => wall.format(date)));
    }),
    { numRuns: 30 },
  );
});
