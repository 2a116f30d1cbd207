import fc from "fast-check";
import { expect, it } from "vitest";
import { numberParser } from "#lib/fields/number.ts";

const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.nat({ max: 12 }));

/** The value as whole units of its last digit, by other means than the parser's. */
function unitsOf(text: string): [units: bigint, scale: number] {
  const scale = text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
  return [BigInt(text.replace(".", "")), scale];
}

/** Writes `units` / 10^scale as people do. */
function write(units: bigint, scale: number, decimal: string, grouping: string): string {
  const size = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = size.slice(0, size.length - scale);
  let grouped = "";
  for (let i = 0; i < whole.length; i++) {
    if (i > 0 && (whole.length - i) % 3 === 0) grouped += grouping;
    grouped += whole[i];
  }
  return `${units < 0n ? "-" : ""}${grouped}${scale > 0 ? decimal + size.slice(size.length - scale) : ""}`;
}

it.each([
  [".", ""],
  [".", ","],
  [".", "\u00a0"],
  [",", ""],
  [",", "."],
  [",", " "],
  [",", "’"],
] as const)("keeps every digit with decimal sign %j and grouping %j", (decimal, grouping) => {
  fc.assert(
    fc.property(decimals, ([units, scale]) => {
      const read = numberParser(decimal)(write(units, scale, decimal, grouping));
      expect(read).toBeTypeOf("string");
      expect(unitsOf(String(read))).toEqual([units, scale]);
    }),
    { numRuns: 200 },
  );
});

it("takes nothing that is not digits and signs in their places", () => {
  const grammar = /^[-+−]?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+|[1-9]\d{0,2}(?:'\d{3})+)?(?:\.\d+)?$/;
  const strings = fc.array(fc.constantFrom(..."0123456789,,..-+ 'eE%".split("")), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(strings, (characters) => {
      const text = characters.join("");
      const taken = typeof numberParser(".")(text) === "string";
      expect(taken).toBe(grammar.test(text) && /\d/.test(text));
    }),
    { numRuns: 3_000 },
  );
});
