import fc from "fast-check";
import { expect, it } from "vitest";
import { dateOfEpochDay, epochDay, isRealDate } from "#lib/fields/calendar.ts";
import { dateParser } from "#lib/fields/date.ts";

/** JavaScript's own calendar, which the parser does without. */
function jsDate(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

const anyDay = fc.tuple(fc.nat({ max: 10_000 }), fc.nat({ max: 13 }), fc.nat({ max: 32 }));

it("knows which days exist", () => {
  fc.assert(
    fc.property(anyDay, ([year, month, day]) => {
      const date = jsDate(year, month, day);
      const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
      expect(isRealDate(year, month, day)).toBe(exists && year >= 1 && year <= 9999);
    }),
    { numRuns: 2_000 },
  );
});

it("counts days as JavaScript's calendar does, there and back", () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
      const date = new Date(day * 86_400_000);
      const expected = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      expect(dateOfEpochDay(day)).toEqual(expected);
      expect(epochDay(expected.year, expected.month, expected.day)).toBe(day);
    }),
    { numRuns: 2_000 },
  );
});

const MONTHS = ["enero", "Feb", "março", "ABRIL", "maio", "June", "jul.", "ago", "Sept", "out", "noviembre", "dez"];

it("reads a day the same however it is written", () => {
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), fc.constantFrom("/", "-", "."), (epoch, sign) => {
      const date = new Date(epoch * 86_400_000);
      const [y, m, d] = [pad(date.getUTCFullYear(), 4), date.getUTCMonth() + 1, date.getUTCDate()];
      const iso = `${y}-${pad(m, 2)}-${pad(d, 2)}`;
      const name = MONTHS[m - 1];
      expect([
        dateParser("dmy")([d, m, y].join(sign)),
        dateParser("dmy")([pad(d, 2), pad(m, 2), y].join(sign)),
        dateParser("mdy")([m, d, y].join(sign)),
        dateParser("mdy")([y, m, d].join(sign)),
        dateParser("ymd")([y, pad(m, 2), pad(d, 2)].join(sign)),
        dateParser("ymd")(`${d} de ${name} de ${y}`),
        dateParser("dmy")(`${name} ${d}, ${y}`),
        dateParser("dmy")(`${iso}T00:00:00Z`),
      ]).toEqual(Array(8).fill(iso));
    }),
    { numRuns: 300 },
  );
});
