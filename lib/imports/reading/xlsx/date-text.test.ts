import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateText } from "./date-text.ts";

const runs = { numRuns: 200 };

/** The calendar, counted day by day. */
const DAYS_SINCE_1900 = [...calendar()];

function* calendar(): Generator<string> {
  for (let year = 1900; year <= 2150; year++) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    for (const [month, days] of [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
      for (let day = 1; day <= days; day++) yield [year, pad(month + 1), pad(day)].join("-");
    }
  }
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

describe("a date of the 1900 system", () => {
  it("is the day that Excel shows, which counts a 29 February 1900 as day 60", () => {
    fc.assert(
      fc.property(fc.nat(DAYS_SINCE_1900.length - 1), (index) => {
        const serial = index < 59 ? index + 1 : index + 2;
        expect(dateText(serial, "date", false)).toBe(DAYS_SINCE_1900[index]);
      }),
      runs,
    );
    expect(dateText(59, "date", false)).toBe("1900-02-28");
    expect(dateText(60, "date", false)).toBeUndefined();
    expect(dateText(61, "date", false)).toBe("1900-03-01");
    expect(dateText(2_958_465, "date", false)).toBe("9999-12-31");
    expect(dateText(2_958_465.9999999, "date", false)).toBeUndefined();
  });
});

describe("a date of the 1904 system", () => {
  it("starts with 1 January 1904 as day 0", () => {
    fc.assert(
      fc.property(fc.nat(80_000), (serial) => {
        expect(dateText(serial, "date", true)).toBe(DAYS_SINCE_1900[serial + 1460]);
      }),
      runs,
    );
    expect(dateText(0, "datetime", true)).toBe("1904-01-01 00:00:00");
    expect(dateText(2_957_003, "date", true)).toBe("9999-12-31");
    expect(dateText(2_957_004, "date", true)).toBeUndefined();
  });
});

describe("a time", () => {
  it("comes back to the second from the fraction of a day that a double can hold", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 80_000 }), fc.nat(86_399), (day, second) => {
        const time = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(pad).join(":");
        expect(dateText(day + second / 86_400, "datetime", false)).toBe(`${dateText(day, "date", false)} ${time}`);
        expect(dateText(day + second / 86_400, "time", false)).toBe(time);
        expect(dateText(second / 86_400, "time", false)).toBe(time);
      }),
      runs,
    );
  });

  it("that rounds up to midnight is the next day's", () => {
    expect(dateText(45_000.999_999_9, "datetime", false)).toBe("2023-03-16 00:00:00");
  });

  it("that counts on beyond a day does so", () => {
    expect(dateText(1.125, "elapsed", false)).toBe("27:00:00");
    expect(dateText(-0.5, "elapsed", false)).toBeUndefined();
    expect(dateText(Number.NaN, "time", false)).toBeUndefined();
  });
});
