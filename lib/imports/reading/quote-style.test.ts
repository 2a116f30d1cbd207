import { describe, expect, it } from "vitest";
import { detectDelimiter } from "./detect-delimiter.ts";
import { faultOf, readWhole } from "./reading-for-tests.ts";

const cellsOf = async (...asked: Parameters<typeof readWhole>) =>
  (await readWhole(...asked)).rows.map((row) => ("cells" in row ? row.cells : row.fault.code));

describe.each([1, 7, 64 * 1024])("a file that is quoted otherwise, in pieces of %i bytes", (chunkBytes) => {
  const read = (file: string, quote: "'" | "none") => cellsOf(file, { quote }, {}, chunkBytes);

  it("holds delimiters, line ends and the sign itself between apostrophes; quotes are signs like any other", async () => {
    const file = "'email','name'\n'ana@x.com','O''Brien, \"Ana\"\nMaría'\nbeto@x.com,5\" pipe\n";
    expect(await read(file, "'")).toEqual([
      ["ana@x.com", 'O\'Brien, "Ana"\nMaría'],
      ["beto@x.com", '5" pipe'],
    ]);
  });

  it("takes an apostrophe inside of a cell as it stands, with a warning, and rejects a cell that goes on", async () => {
    const { rows } = await readWhole("e,n\na,O'Brien\nb,'x'y\nc,C\n", { quote: "'" }, {}, chunkBytes);
    expect(rows).toMatchObject([
      { line: 2, cells: ["a", "O'Brien"], warnings: [{ code: "stray_quote", column: 2 }] },
      { line: 3, fault: { code: "quote", column: 2 } },
      { line: 4, cells: ["c", "C"] },
    ]);
  });

  it("says where an apostrophe is never closed", async () => {
    const reading = readWhole(`e,n\na,A\nb,'${"x".repeat(3000)}`, { quote: "'" }, { maxRecordBytes: 1000 }, chunkBytes);
    expect(await faultOf(reading)).toMatchObject({ code: "unclosed_quote", line: 3, column: 2 });
  });

  it("has a record in each line where nothing quotes", async () => {
    expect(await read('e,n\na,"A\nb,B"\nc,"C"\n', "none")).toEqual([
      ["a", '"A'],
      ["b", 'B"'],
      ["c", '"C"'],
    ]);
  });
});

it.each([
  ["'email','name'\n'a@x.com','A'\n", "'", ",", ["email", "name"]],
  ["'email';'a, b'\n'a@x.com';'A'\n", "'", ";", ["email", "a, b"]],
  ["'email'\n'a@x.com'\n", "'", ",", ["email"]],
  ['"email","name"\n', '"', ",", ["email", "name"]],
  ["email,name\n'a','b'\n", '"', ",", ["email", "name"]],
  ["'s-Gravenhage,email\n", '"', ",", ["'s-Gravenhage", "email"]],
])("finds the quotes of %j", (text, quote, character, firstRow) => {
  expect(detectDelimiter(text, true)).toEqual({ quote, character, firstRow });
});
