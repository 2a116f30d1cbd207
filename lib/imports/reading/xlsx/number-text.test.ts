import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberText } from "./number-text.ts";

const runs = { numRuns: 200 };

describe("a number", () => {
  it("is written as a person would type it", () => {
    const cases: [string, string][] = [
      ["0", "0"],
      ["-0", "0"],
      ["007", "7"],
      ["1.50", "1.5"],
      [".5", "0.5"],
      ["5.", "5"],
      ["+5", "5"],
      ["-1E-3", "-0.001"],
      ["1.5e3", "1500"],
      ["0.30000000000000004", "0.3"],
      ["1.1000000000000001", "1.1"],
      ["2.9999999999999996", "3"],
      ["1234567890.1234567", "1234567890.12346"],
      ["0.000001234", "0.000001234"],
    ];
    for (const [raw, text] of cases) expect(numberText(raw)).toEqual({ text, lost: false });
  });

  it("of more than 15 digits before the point has lost some", () => {
    expect(numberText("123456789012345").lost).toBe(false);
    expect(numberText("1234567890123450")).toEqual({ text: "1234567890123450", lost: true });
    expect(numberText("-1234567890123456.5").lost).toBe(true);
  });

  it("that is whole keeps each of its digits, however its exponent is written", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
        fc.integer({ min: -30, max: 30 }),
        (whole, shift) => {
          const raw = `${shifted(whole.toString(), -shift)}E${shift}`;
          expect(numberText(raw).text).toBe(whole.toString());
        },
      ),
      runs,
    );
  });

  it("that is a double comes back to 15 digits", () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e14, max: 1e14 });
    fc.assert(
      fc.property(double, (value) => {
        expect(Number(numberText(String(value)).text)).toBe(Number(value.toPrecision(15)) + 0);
      }),
      runs,
    );
  });

  it("or anything else never makes up a digit or an exponent", () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        const { text } = numberText(raw);
        expect(text === raw || Number(text) === Number(raw)).toBe(true);
      }),
      runs,
    );
  });
});

/** A whole number's digits with the point moved to the right by `places`. */
function shifted(whole: string, places: number): string {
  const [, sign = "", digits = ""] = /^(-?)(\d+)$/.exec(whole) ?? [];
  if (places >= 0) return `${sign}${digits}${"0".repeat(places)}`;
  const padded = digits.padStart(1 - places, "0");
  return `${sign}${padded.slice(0, places)}.${padded.slice(places)}`;
}
