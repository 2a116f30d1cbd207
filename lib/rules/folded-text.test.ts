import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { hasPart } from "./folded-text.ts";

test("parts of texts leave the same Latin letters alike as the columns' collation does", async () => {
  const plain = [..."abcdefghijklmnopqrstuvwxyz", "ae", "oe", "ss", "dz", "lj", "nj", "ij"];
  const differing = plain.map(
    (text) =>
      sql`select ${text} as text, letter from audience.letters where (letter = ${text}) <> ${hasPart(IN_BRACKETS, `<${text}>`, "anywhere")}`,
  );
  // U+00C0 to U+024F: the letters of Latin scripts.
  await db.execute(
    sql`create table audience.letters as select chr(code) collate rollbook_text as letter from generate_series(192, 591) as code`,
  );
  const { rows } = await db.execute(sql.join(differing, sql` union all `));
  // The old Catalan ŀ is taken apart to an l and a dot, which the collation does not count.
  expect(rows).toEqual(["Ŀ", "ŀ"].map((letter) => ({ text: "l", letter })));
});

const IN_BRACKETS = sql`('<' || letter || '>')`;

test("every character is found by itself, and between others, in a text that is not ASCII", async () => {
  const codes = Array.from({ length: 700 }, (_, at) => at + 1).filter((code) => code < 0x300 || code > 0x36f);
  const missed = codes.map((code) => {
    const letter = String.fromCodePoint(code);
    const text = sql`(${`ÿ <${letter}> ñ`}::text collate rollbook_text)`;
    return sql`select ${code}::int as code where ${hasPart(text, `<${letter}>`, "anywhere")} is not true`;
  });
  const { rows } = await db.execute(sql.join(missed, sql` union all `));
  expect(rows).toEqual([]);
});

test.each([
  ["Pérez", "perez", true],
  ["PEREZ", "pérez", true],
  ["Straße", "STRASSE", true],
  ["Ærø", "aero", true],
  ["Ωμέγα", "ΜΕΓΑ", true],
  ["Ёлка", "елка", true],
  ["ﬁn", "fin", true],
  ["a", "a\\", false],
  ["a\\", "a\\", true],
  ["50 % off", "％", true],
  ["x", "%", false],
  ["x", "_", false],
  ["naïve café, twice", "ve cafe, t", true],
  ["naïve café, twice", "cafe. t", false],
  ["añadir [^a-z]\\d", "[^A-Z]\\D", true],
  ["añadir 5", "\\d", false],
  ["coöperación – línea", "CION – linea", true],
  ["Peña Ærø", "a aer", true],
])("%s contains %s: %s", async (text, part, expected) => {
  const { rows } = await db.execute(
    sql`select ${hasPart(sql`(${text}::text collate rollbook_text)`, part, "anywhere")} as found`,
  );
  expect(rows).toEqual([{ found: expected }]);
});

test.each([
  ["Ángel Peña", "angel", "start", true],
  ["Ángel Peña", "peña", "start", false],
  ["Ángel Peña", "PENA", "end", true],
  ["Ángel Peña", "pen", "end", false],
  ["línea\nÁngel", "angel", "start", false],
  ["Ángel\nlínea", "angel", "end", false],
] as const)("%j, %s at its %s: %s", async (text, part, where, expected) => {
  const { rows } = await db.execute(
    sql`select ${hasPart(sql`(${text}::text collate rollbook_text)`, part, where)} as found`,
  );
  expect(rows).toEqual([{ found: expected }]);
});

test("a text of the greatest length is looked through at once", async () => {
  const long = sql`(repeat('añadir más ', 2978)::text collate rollbook_text)`;
  const { rows } = await db.execute(sql`select ${hasPart(long, "zebra", "anywhere")} as found`);
  expect(rows).toEqual([{ found: false }]);
});
