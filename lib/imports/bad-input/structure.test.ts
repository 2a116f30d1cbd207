import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../reading/limits.ts";
import { readCsv } from "../reading/read-csv.ts";
import { textRow, workbook } from "../reading/xlsx/workbook-for-tests.ts";
import { type Outcome, outcomeOf, type Wish } from "./outcome-for-tests.ts";

process.env.MAX_ROWS = "1000";

const BEA = { "bea@example.com": ["Bea"] };
const ANA_AND_BEA = { "ana@example.com": ["Ana"], ...BEA };
const two = (first: string) => `email,name\n${first}\nbea@example.com,Bea\n`;
const spent: Wish = { fields: [{ name: "Spent", type: "number" }] };

describe("B. how a file is built", () => {
  test.each<[string, string, string | Buffer, Partial<Outcome>, Wish?]>([
    ["B1", "no bytes", "", { refused: "empty" }],
    ["B1", "a byte order mark alone", "\ufeff", { refused: "empty" }],
    ["B1", "a line end alone", "\n", { refused: "empty" }],
    [
      "B2",
      "a header alone is no rows, with a notice",
      "email,name\n",
      { members: {}, lines: [], notices: ["no_rows"] },
    ],
    [
      "B3",
      "data in the place of the header: the first line is shown",
      "\nana@example.com,Ana\n",
      { refused: "no_known_header", words: expect.stringMatching(/in line 2 .*“ana@example\.com, Ana”/) },
    ],
    [
      "B4",
      "semicolons and a decimal comma",
      "email;spent\nana@example.com;1.234,5\nbea@example.com;7,25\n",
      { members: { "ana@example.com": ["1234.5"], "bea@example.com": ["7.25"] } },
      spent,
    ],
    ["B5", "tabs", "email\tname\nana@example.com\tAna\nbea@example.com\tBea\n", { members: ANA_AND_BEA }],
    ["B5", "pipes", "email|name\nana@example.com|Ana\nbea@example.com|Bea\n", { members: ANA_AND_BEA }],
    ["B6", "a line that names the delimiter", "sep=;\nemail;name\nbea@example.com;Bea\n", { members: BEA, lines: [] }],
    ["B7", "lines that end in CR", "email,name\rana@example.com,Ana\rbea@example.com,Bea\r", { members: ANA_AND_BEA }],
    [
      "B8",
      "line ends of every kind",
      "email,name\r\nana@example.com,Ana\nbea@example.com,Bea\r\n",
      { members: ANA_AND_BEA },
    ],
    [
      "B9",
      "a quoted line end, quote and delimiter",
      two('ana@example.com,"a\n""b"", c"'),
      { members: { "ana@example.com": ['a\n"b", c'], ...BEA } },
    ],
    [
      "B11",
      "a quote inside of a cell is taken as it stands, with a warning",
      two('ana@example.com,O"Brien'),
      { members: { "ana@example.com": ['O"Brien'], ...BEA }, lines: ["2 warning stray_quote name"] },
    ],
    [
      "B12",
      "a quoted cell that goes on",
      two('ana@example.com,"x"y'),
      { members: BEA, lines: ["2 rejected quote name"] },
    ],
    ["B13", "a row that is too short", two("ana@example.com"), { members: BEA, lines: ["2 rejected column_count"] }],
    [
      "B13",
      "a row that is too long",
      two("ana@example.com,Ana,x"),
      { members: BEA, lines: ["2 rejected column_count"] },
    ],
    ["B14", "empty cells at a row's end", two("ana@example.com,Ana,,,,"), { members: ANA_AND_BEA, lines: [] }],
    [
      "B15",
      "blank lines, rows of delimiters, and a last line without an end",
      "email,name\n\n,,,\nana@example.com,Ana\n , \nbea@example.com,Bea",
      { members: ANA_AND_BEA, lines: [], blank: 3 },
    ],
    [
      "B20",
      "several addresses in one cell: the first is used, with a warning",
      two("ana@example.com ::: b@example.com,Ana ::: B"),
      { members: { "ana@example.com": ["Ana ::: B"], ...BEA }, lines: ["2 warning first_of_several email"] },
    ],
    [
      "B21",
      "tags that are quoted inside of their cell stay two",
      two('ana@example.com,"""VIP"",""Blog"""'),
      { members: { "ana@example.com": ['"VIP","Blog"'], ...BEA } },
    ],
  ])("%s: %s", async (_id, _what, file, expected, wish) => {
    expect(await outcomeOf(file, wish)).toMatchObject(expected);
  });

  test("B10: a quote that is never closed ends the check with its line, and nothing goes in", async () => {
    const file = two(`${"c@example.com,C\n".repeat(7)}ana@example.com,"Ana\n${"c@example.com,C\n".repeat(80_000)}`);
    expect(await outcomeOf(file)).toEqual({ refused: "unclosed_quote", words: expect.stringContaining("line 9") });
  });

  test("B16: a line without an end is refused at the limit of a record", async () => {
    const file = two(`ana@example.com,${"x".repeat(2 * 1024 * 1024)}`);
    expect(await outcomeOf(file)).toEqual({ refused: "record_too_long", words: expect.stringContaining("line 2") });
  });

  test("B16: of a line of 100 MB no more is taken up than a record may have", async () => {
    let taken = 0;
    async function* line() {
      yield Buffer.from("email,name\n");
      while (taken++ < 100) yield Buffer.alloc(1024 * 1024, "x");
    }
    const file = await readCsv(line(), { encoding: "utf-8", delimiter: ",", header: true }, DEFAULT_LIMITS);
    await expect(file.batches.next()).rejects.toMatchObject({ fault: { code: "record_too_long", line: 2 } });
    expect(taken).toBeLessThanOrEqual(3);
  });

  test("B17: 50,000 columns", async () => {
    const header = Array.from({ length: 50_000 }, (_, at) => `c${at}`).join(",");
    expect(await outcomeOf(`email,${header}\n`)).toMatchObject({ refused: "too_many_columns" });
  });

  test("B18: one row more than the limit is refused before anything goes in, and the limit itself is read", async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => `p${at}@example.com,x\n`).join("");
    const most = await outcomeOf(`email,name\n${rows}`);
    expect("members" in most && Object.keys(most.members)).toHaveLength(1000);
    expect(await outcomeOf(`email,name\n${rows}bea@example.com,Bea\n`)).toMatchObject({ refused: "too_many_rows" });
  });

  test.each<[string, string, Buffer, string]>([
    ["B19", "a web page", Buffer.from("<!doctype html><html><table></table></html>"), "not_csv"],
    ["B19", "a PDF", Buffer.from("%PDF-1.7\n"), "not_csv"],
    ["B19", "a picture", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "not_csv"],
    ["B19", "a zip file that is no workbook", Buffer.from("PK\x03\x04 and no zip"), "not_xlsx"],
  ])("%s: %s is told by its bytes, whatever its name", async (_id, _what, file, code) => {
    expect(await outcomeOf(file)).toMatchObject({ refused: code });
  });

  test.each<[string, string, string | Buffer, string]>([
    [
      "B19",
      "a workbook",
      workbook({ rows: textRow(1, "email", "name") + textRow(2, "bea@example.com", "Bea") }),
      "a.csv",
    ],
    ["B19", "a CSV file", "email,name\nbea@example.com,Bea\n", "a.xlsx"],
  ])("%s: %s under the other's name is read as what it is", async (_id, _what, file, fileName) => {
    expect(await outcomeOf(file, { fileName })).toMatchObject({ members: BEA, lines: [] });
  });
});
