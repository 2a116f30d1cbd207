import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { hasPart } from "./folded-text.ts";

test("parts of texts leave the same Latin letters alike as the columns' collation does", async () => {
  const plain = [..."abcdefghijklmnopqrstuvwxyz", "ae", "oe", "ss", "dz", "lj", "nj", "ij"];
  const differing = plain.map(
    (text) =>
      sql`select ${text} as text, letter from letters where (letter = ${text}) <> ${hasPart(IN_BRACKETS, `<${text}>`, "anywhere")}`,
  );
  // U+00C0 to U+024F: the letters of Latin scripts.
  await db.execute(
    sql`create table letters as select chr(code) collate rollbook_text as letter from generate_series(192, 591) as code`,
  );
  const { rows } = await db.execute(sql.join(differing, sql` union all `));
  // The old Catalan ŀ is taken apart to an l and a dot, which the collation does not count.
  expect(rows).toEqual(["Ŀ", "ŀ"].map((letter) => ({ text: "l", letter })));
});

const IN_BRACKETS = sql`('<' || letter || '>')`;

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
])("%s contains %s: %s", async (text, part, expected) => {
  const { rows } = await db.execute(
    sql`select ${hasPart(sql`(${text}::text collate rollbook_text)`, part, "anywhere")} as found`,
  );
  expect(rows).toEqual([{ found: expected }]);
});

test("a text of the greatest length is looked through at once", async () => {
  const long = sql`(repeat('añadir más ', 2978)::text collate rollbook_text)`;
  const { rows } = await db.execute(sql`select ${hasPart(long, "zebra", "anywhere")} as found`);
  expect(rows).toEqual([{ found: false }]);
});
