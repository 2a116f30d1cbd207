import fc from "fast-check";
import { expect, test } from "vitest";
import { anniversary, startOfDay, todayIn } from "./days.ts";
import { TODAYS, ZONES } from "./members-for-tests.ts";

const localDay = (timeZone: string, at: Date) =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);

test("today is the day that the clock of the zone shows", () => {
  const instant = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(instant, fc.constantFrom(...ZONES), (now, timeZone) => {
      expect(todayIn(timeZone, now)).toBe(localDay(timeZone, now));
    }),
    { numRuns: 500 },
  );
});

test("a day starts at its first second, also where the clock skips or repeats midnight", () => {
  const days = ["2026-09-06", "2026-04-05", "2026-03-08", "2026-11-01", ...TODAYS];
  for (const timeZone of ZONES) {
    for (const day of days) {
      const start = startOfDay(Date.parse(`${day}T00:00:00Z`) / 86_400_000, timeZone) * 1000;
      expect(localDay(timeZone, new Date(start))).toBe(day);
      expect(localDay(timeZone, new Date(start - 1000)) < day).toBe(true);
    }
  }
});

test.each([
  ["2026-02-28", 0, { month: 2, firstDay: 28, lastDay: 29 }],
  ["2024-02-28", 0, { month: 2, firstDay: 28, lastDay: 28 }],
  ["2024-02-29", 0, { month: 2, firstDay: 29, lastDay: 29 }],
  ["2026-03-01", 1, { month: 2, firstDay: 28, lastDay: 29 }],
  ["2024-03-01", 1, { month: 2, firstDay: 29, lastDay: 29 }],
  ["2023-12-31", -59, { month: 2, firstDay: 28, lastDay: 28 }],
  ["2024-01-01", 307, { month: 2, firstDay: 28, lastDay: 29 }],
])("on %s, the anniversary %i days before is %j: its own year decides on 29 February", (today, offset, expected) => {
  expect(anniversary(today, offset)).toEqual(expected);
});
