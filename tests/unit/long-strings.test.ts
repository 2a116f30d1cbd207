import { expect, it } from "vitest";
import { escapeFormula } from "#lib/export/formula-safe.ts";
import { emailKey } from "#lib/fields/email.ts";
import { fold } from "#lib/fields/fold.ts";
import { normaliseHeader } from "#lib/fields/header-names.ts";
import { exactNumber } from "#lib/fields/json-number.ts";
import { parseJsonValue, toDisplayValue } from "#lib/fields/json-value.ts";
import { COLUMN_TYPE, mobileKeyParser, parserFor } from "#lib/fields/parse-value.ts";
import { DEFAULT_READING } from "#lib/fields/reading.ts";
import { sameOriginPath } from "#lib/http/same-origin-path.ts";
import { detectDelimiter } from "#lib/imports/reading/detect-delimiter.ts";
import { deviceOf } from "#lib/staff/device.ts";
import { clean } from "#lib/text/defect.ts";
import { idOf } from "#lib/text/id-of.ts";

/*
 * Whatever reads text that comes from outside is done with 50,000 characters at once, also with those that a regular
 * expression would begin anew at: one that goes back over them takes a second here.
 */

const LENGTH = 50_000;
const LONGEST_MS = 100; // 5 on a machine that does nothing else

const types = Object.keys(COLUMN_TYPE) as (keyof typeof COLUMN_TYPE)[];
const field = (type: (typeof types)[number]) => ({ type, options: ["a"], required: false });

const READERS: Record<string, (text: string) => unknown> = {
  ...Object.fromEntries(types.map((type) => [`a value: ${type}`, parserFor(field(type), DEFAULT_READING)])),
  ...Object.fromEntries(
    types.map((type) => [`a value of the API: ${type}`, (text) => parseJsonValue(field(type), text, DEFAULT_READING)]),
  ),
  "an email": emailKey,
  "a mobile": mobileKeyParser("CL"),
  "a header": normaliseHeader,
  "a text to compare": fold,
  "a cell to export": escapeFormula,
  "a path to go on to": sameOriginPath,
  "an id": idOf,
  "the first row of a file": (text) => detectDelimiter(text, true),
  "a browser's name": deviceOf,
  "an error's words": clean,
};

/** What patterns repeat; each between other things that let them fail at the end. */
const REPEATED = [
  " ",
  "\t",
  "\n",
  "0",
  "1",
  "a",
  "A",
  "é",
  ".",
  ",",
  "-",
  "+",
  "=",
  "'",
  '"',
  "(",
  "@",
  "/",
  ":",
  "\u200b",
  "\u00a0",
];
const PAIRS = ["a.", "a@", "0 ", ". ", "a ", "()", "1,", "::: ", "a-", "\r\n"];
const AROUND = [
  ["", ""],
  ["", "!"],
  ["x", "x"],
  ["=(", "]"],
  ["1.", "1"],
  ["a@", "x!"],
] as const;

const STRINGS = [...REPEATED, ...PAIRS].flatMap((piece) =>
  AROUND.map(([before, after]) => before + piece.repeat(LENGTH / piece.length) + after),
);

it.each(Object.entries(READERS))("%s is read at once, however long it is", (_, read) => {
  const slow: string[] = [];
  for (const text of STRINGS) {
    // Others work on this machine too: what is slow is slow each time.
    let took = timeOf(() => read(text));
    for (let again = 0; again < 3 && took > LONGEST_MS; again++)
      took = Math.min(
        took,
        timeOf(() => read(text)),
      );
    if (took > LONGEST_MS)
      slow.push(`${JSON.stringify(text.slice(0, 4))}…${JSON.stringify(text.slice(-3))}: ${took.toFixed(0)} ms`);
  }
  expect(slow).toEqual([]);
});

it("a long number is written and shown at once", () => {
  const long = `1.${"0".repeat(16_000)}1`;
  const begun = performance.now();
  expect(exactNumber(long)).toBe(long);
  expect(exactNumber("12.500")).toBe(12.5);
  expect(exactNumber("-3.000")).toBe(-3);
  expect(exactNumber("0.0")).toBe(0);
  toDisplayValue({ type: "number" }, "1".repeat(100_000), "UTC");
  expect(performance.now() - begun).toBeLessThan(LONGEST_MS);
});

function timeOf(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
