import { type Words, words } from "#lib/text/words.ts";
import type { FileFault, FileFaultCode } from "./file-fault.ts";
import { DEFAULT_LIMITS } from "./limits.ts";

/** What is wrong with the file, where, and what to do, in whole sentences. */
export function fileFaultWords(fault: FileFault): Words {
  return SENTENCES[fault.code](fault);
}

const SENTENCES: Record<FileFaultCode, (fault: FileFault) => Words> = {
  empty: () => words("The file has no row at all. Look whether it was saved, and choose it again."),
  encoding: ({ value = "" }) =>
    value === "utf-16"
      ? words(
          "The file seems to be UTF-16 without the mark that starts such a file. Choose UTF-16 as its encoding, or save it as “CSV UTF-8”.",
        )
      : words(
          "The file is not written in {encoding}: some of its bytes are no character. Choose another encoding, or save it as “CSV UTF-8”.",
          { encoding: ENCODING_NAMES[value] ?? value },
        ),
  not_csv: ({ value }) =>
    words(
      "This is {what}, not a CSV file. Save the table as “CSV UTF-8” or as an Excel workbook (.xlsx), and import that file.",
      { what: kindOr(value, words("something else")) },
    ),
  not_xlsx: ({ value }) =>
    words(
      "This is {what}, not an Excel workbook that can be read. Save the table as “CSV UTF-8” or as an Excel workbook (.xlsx), and import that file.",
      { what: kindOr(value, words("something else")) },
    ),
  unsupported_type: ({ value }) =>
    words("This is {what}. Then import that file.", {
      what: kindOr(value, words("a file of a kind that is not read")),
    }),
  zip_bomb: () =>
    words(
      "The workbook unpacks to far more than a table needs, and was not read. Save its sheet as “CSV UTF-8”, and import that file.",
    ),
  too_many_columns: ({ line = 1, value = 0, limit = DEFAULT_LIMITS.maxColumns }) =>
    words(
      "Line {line, number} has {count, number} columns; a file may have {limit, number}. Delete the columns that are not needed, empty ones at the right too, then import the file again.",
      { line, count: Number(value), limit },
    ),
  too_many_rows: ({ line, limit = DEFAULT_LIMITS.maxRows }) =>
    words(
      "The file has more than {limit, number} rows: line {line, number} is one too many. Split it into smaller files.",
      { limit, line: line ?? limit },
    ),
  record_too_long: ({ limit = DEFAULT_LIMITS.maxRecordBytes, ...at }) =>
    words(
      "The row that starts {place} is longer than {limit, number} MiB. Look for a missing line end or a quote that is not closed, then import the file again.",
      { place: place(at), limit: limit / MIB },
    ),
  unclosed_quote: (fault) =>
    words("The quote that opens {place} is never closed. Close it, or take it away, then import the file again.", {
      place: place(fault),
    }),
  header_quote: (fault) =>
    words(
      "The first row cannot be read: {place}, a quote stands inside of a cell. Put the whole cell in quotes and write the quote twice, or take it away, then import the file again.",
      { place: place(fault) },
    ),
  header_too_long: ({ limit = 0, ...at }) =>
    words(
      "The name of the column {place} is longer than {limit, number} characters. Shorten it, or choose the right delimiter, then import the file again.",
      { place: place(at), limit },
    ),
  header_control_char: (fault) =>
    words("The name of the column {place} holds a control character. Type the name anew, then import the file again.", {
      place: place(fault),
    }),
  duplicate_header: ({ value = "", ...at }) =>
    words(
      "Two columns have the same name: “{name}”; the second is {place}. Give one of them another name, then import the file again.",
      { name: value, place: place(at) },
    ),
  no_known_header: ({ line = 1, value = "" }) =>
    words(
      "No column's name in line {line, number} says that it holds the email or the mobile: “{names}”. Name that column “email” or “mobile”, then import the file again.",
      { line, names: value },
    ),
};

/** What kind of file it is comes as a text of the reader, which is said where it is known. */
const kindOr = (value: string | undefined, otherwise: Words): Words => (value === undefined ? otherwise : words(value));

export const ENCODING_NAMES: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16 (big-endian)",
  "windows-1252": "Windows-1252",
  "iso-8859-15": "ISO-8859-15",
  macintosh: "Mac Roman",
};

function place({ line, column }: Pick<FileFault, "line" | "column">): Words {
  if (line === undefined) return words("in the file");
  if (column === undefined) return words("in line {line, number}", { line });
  return words("in line {line, number}, column {column, number}", { line, column });
}

const MIB = 1024 * 1024;
