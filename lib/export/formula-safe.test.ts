import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { csvRecord, escapeFormula, passedOver, unescapeFormula } from "./formula-safe.ts";
import { formulaSafe } from "./formula-safe-sql.ts";

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
  // The importer looks at a cell again only where it begins with an apostrophe.
  expect(escapeFormula("a\r\n=1")).toBe("'a\r\n'=1");
  for (const text of [
    "+56912345678",
    "'=x",
    "''=x",
    "=cmd|'/C calc'!A0",
    "-5",
    "O'Brien",
    "'quoted'",
    "a\n=1",
    "'a\n'=1",
  ]) {
    expect(unescapeFormula(escapeFormula(text))).toBe(text);
  }
});

test("what is passed over is every space, control and format character but the ends of lines", () => {
  const ours = new RegExp(`^[${passedOver((codePoint) => `\\u{${codePoint}}`)}]$`, "u");
  const wrong: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    const unseen = /[\s\p{Cc}\p{Cf}]/u.test(character) && code !== 10 && code !== 13;
    if (unseen !== ours.test(character)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

test("the database escapes every cell as we do", async () => {
  const unseen = fc.constantFrom(
    "\u00ad",
    "\u200f",
    "\u2029",
    "\u3000",
    "\u{e0041}",
    "\u0085",
    "\u{110bd}",
    "_",
    "ɏ",
    "ñ",
  );
  const cells = fc.array(
    fc.oneof(
      cell,
      fc.array(fc.oneof(sign, unseen), { maxLength: 8 }).map((all) => all.join("")),
    ),
    {
      minLength: 1,
      maxLength: 50,
    },
  );
  await fc.assert(
    fc.asyncProperty(cells, async (all) => {
      const texts = all.map((text) => text.replaceAll("\0", ""));
      const { rows } = await db.execute<{ safe: string }>(sql`
        select ${formulaSafe(sql`cell collate "C"`)} as safe
        from unnest(${sql.param(texts)}::text[]) with ordinality as each (cell, place) order by place`);
      expect(rows.map(({ safe }) => safe)).toEqual(texts.map(escapeFormula));
    }),
    { numRuns: 200 },
  );
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
