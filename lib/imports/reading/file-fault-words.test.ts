import { expect, it } from "vitest";
import { inEnglish } from "#lib/text/in-english.ts";
import type { FileFault, FileFaultCode } from "./file-fault.ts";
import { fileFaultWords } from "./file-fault-words.ts";

const MIB = 1024 * 1024;

/** One of each, so that the type asks for a new code's sentence here too. */
const SENTENCES: Record<FileFaultCode, [Omit<FileFault, "code">, string]> = {
  empty: [{}, "The file has no row at all. Look whether it was saved, and choose it again."],
  encoding: [
    { value: "utf-8" },
    "The file is not written in UTF-8: some of its bytes are no character. Choose another encoding, or save it as “CSV UTF-8”.",
  ],
  not_csv: [
    { value: "a PDF document" },
    "This is a PDF document, not a CSV file. Save the table as “CSV UTF-8” or as an Excel workbook (.xlsx), and import that file.",
  ],
  not_xlsx: [
    { value: "a damaged zip file" },
    "This is a damaged zip file, not an Excel workbook that can be read. Save the table as “CSV UTF-8” or as an Excel workbook (.xlsx), and import that file.",
  ],
  unsupported_type: [
    { value: "a Numbers document. In Numbers choose File > Export To > Excel, or CSV" },
    "This is a Numbers document. In Numbers choose File > Export To > Excel, or CSV. Then import that file.",
  ],
  zip_bomb: [
    { limit: 200 },
    "The workbook unpacks to far more than a table needs, and was not read. Save its sheet as “CSV UTF-8”, and import that file.",
  ],
  too_many_columns: [
    { line: 1, value: "50000", limit: 500 },
    "Line 1 has 50,000 columns; a file may have 500. Delete the columns that are not needed, empty ones at the right too, then import the file again.",
  ],
  too_many_rows: [
    { line: 20_000_002, limit: 20_000_000 },
    "The file has more than 20,000,000 rows: line 20,000,002 is one too many. Split it into smaller files.",
  ],
  record_too_long: [
    { line: 7, limit: MIB },
    "The row that starts in line 7 is longer than 1 MiB. Look for a missing line end or a quote that is not closed, then import the file again.",
  ],
  unclosed_quote: [
    { line: 10, column: 2, limit: MIB },
    "The quote that opens in line 10, column 2 is never closed. Close it, or take it away, then import the file again.",
  ],
  header_quote: [
    { line: 1, column: 3 },
    "The first row cannot be read: in line 1, column 3, a quote stands inside of a cell. Put the whole cell in quotes and write the quote twice, or take it away, then import the file again.",
  ],
  header_too_long: [
    { line: 1, column: 2, limit: 1000 },
    "The name of the column in line 1, column 2 is longer than 1,000 characters. Shorten it, or choose the right delimiter, then import the file again.",
  ],
  header_control_char: [
    { line: 1, column: 2 },
    "The name of the column in line 1, column 2 holds a control character. Type the name anew, then import the file again.",
  ],
  duplicate_header: [
    { line: 1, column: 3, value: "email" },
    "Two columns have the same name: “email”; the second is in line 1, column 3. Give one of them another name, then import the file again.",
  ],
  no_known_header: [
    { line: 1, value: "a, b" },
    "No column's name in line 1 says that it holds the email or the mobile: “a, b”. Name that column “email” or “mobile”, then import the file again.",
  ],
};

it.each(Object.keys(SENTENCES) as FileFaultCode[])("says what, where and what to do: %s", (code) => {
  const [fault, sentence] = SENTENCES[code];
  expect(inEnglish(fileFaultWords({ code, ...fault }))).toBe(sentence);
});

it("asks for the encoding of a file that seems to be UTF-16", () => {
  expect(inEnglish(fileFaultWords({ code: "encoding", value: "utf-16" }))).toMatch(
    /^The file seems to be UTF-16 without the mark/,
  );
});

it.each(Object.keys(SENTENCES) as FileFaultCode[])("stays a sentence when nothing more is known: %s", (code) => {
  expect(inEnglish(fileFaultWords({ code }))).not.toMatch(/undefined|NaN/);
});
