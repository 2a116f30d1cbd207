import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRecord, escapeFormula, unescapeFormula } from "./formula-safe.ts";

const sign = fc.constantFrom(
  "=",
  "+",
  "-",
  "@",
  "＝",
  "＋",
  "－",
  "＠",
  "'",
  " ",
  "\u00a0",
  "\t",
  "\r",
  "\n",
  "\0",
  "\u200b",
  "a",
  "1",
  ",",
  '"',
  ";",
  "é",
);
const cell = fc.array(sign, { maxLength: 8 }).map((signs) => signs.join(""));

/** Written otherwise: character by character. */
function wouldRun(text: string): boolean {
  return text.split(/[\n\r]/).some((line) => {
    if (line.startsWith("\t") || line.startsWith("\0")) return true;
    for (const character of line) {
      if ("=+-@＝＋－＠".includes(character)) return true;
      if (!/\s|\u00a0|\u200b|\p{Cc}/u.test(character)) return false;
    }
    return false;
  });
}

test("no line of an escaped cell begins as a formula would", () => {
  fc.assert(
    fc.property(cell, (text) => !wouldRun(escapeFormula(text))),
    { numRuns: 2000 },
  );
});

test("a cell that is harmless stays as it is", () => {
  fc.assert(
    fc.property(cell, (text) => {
      fc.pre(!wouldRun(text) && !text.includes("'"));
      expect(escapeFormula(text)).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

test("every cell comes back as it was", () => {
  fc.assert(
    fc.property(cell, (text) => unescapeFormula(escapeFormula(text)) === text),
    { numRuns: 2000 },
  );
  for (const text of ["+56912345678", "'=x", "''=x", "=cmd|'/C calc'!A0", "-5", "O'Brien", "'quoted'"]) {
    expect(unescapeFormula(escapeFormula(text))).toBe(text);
  }
});

test("a record is read back by another parser as its escaped cells", () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (cells) => {
      const [back] = parse(csvRecord(cells), { record_delimiter: "\r\n" });
      expect(back).toEqual(cells.map(escapeFormula));
    }),
    { numRuns: 1000 },
  );
});
