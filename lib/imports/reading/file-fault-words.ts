import type { FileFault, FileFaultCode } from "./file-fault.ts";

/** What is wrong with the file, where, and what to do, in whole sentences. */
export function fileFaultWords(fault: FileFault): string {
  return SENTENCES[fault.code](fault);
}

const SAVE_AS = "Save the table as “CSV UTF-8” or as an Excel workbook (.xlsx), and import that file.";
const AGAIN = "then import the file again.";

const SENTENCES: Record<FileFaultCode, (fault: FileFault) => string> = {
  empty: () => "The file has no row at all. Look whether it was saved, and choose it again.",
  encoding: ({ value }) =>
    value === "utf-16"
      ? `The file seems to be UTF-16 without the mark that starts such a file. Choose UTF-16 as its encoding, or save it as “CSV UTF-8”.`
      : `The file is not written in ${encodingWords(value)}: some of its bytes are no character. Choose another encoding, or save it as “CSV UTF-8”.`,
  not_csv: ({ value }) => `This is ${value ?? "something else"}, not a CSV file. ${SAVE_AS}`,
  not_xlsx: ({ value }) => `This is ${value ?? "something else"}, not an Excel workbook that can be read. ${SAVE_AS}`,
  unsupported_type: ({ value }) => `This is ${value ?? "a file of a kind that is not read"}. Then import that file.`,
  zip_bomb: () =>
    "The workbook unpacks to far more than a table needs, and was not read. Save its sheet as “CSV UTF-8”, and import that file.",
  too_many_columns: ({ line, value, limit }) =>
    `${line === undefined ? "The file" : `Line ${line}`} has ${value === undefined ? "too many" : count(Number(value))} columns; a file may have ${count(limit)}. Delete the columns that are not needed, empty ones at the right too, ${AGAIN}`,
  too_many_rows: ({ line, limit }) =>
    `The file has more than ${count(limit)} rows${line === undefined ? "" : `: line ${count(line)} is one too many`}. Split it into smaller files.`,
  record_too_long: ({ line, limit }) =>
    `The row that starts in ${place({ line })} is longer than ${size(limit)}. Look for a missing line end or a quote that is not closed, ${AGAIN}`,
  unclosed_quote: ({ line, column }) =>
    `The quote that opens in ${place({ line, column })} is never closed. Close it, or take it away, ${AGAIN}`,
  header_quote: (fault) =>
    `The first row cannot be read: in ${place(fault)}, a quote stands inside of a cell. Put the whole cell in quotes and write the quote twice, or take it away, ${AGAIN}`,
  header_too_long: ({ limit, ...at }) =>
    `The name of the column in ${place(at)} is longer than ${count(limit)} characters. Shorten it, or choose the right delimiter, ${AGAIN}`,
  header_control_char: (fault) =>
    `The name of the column in ${place(fault)} holds a control character. Type the name anew, ${AGAIN}`,
  duplicate_header: (fault) =>
    `Two columns have the same name${quoted(fault.value)}; the second is in ${place(fault)}. Give one of them another name, ${AGAIN}`,
  no_known_header: ({ line, value }) =>
    `No column's name in line ${line ?? 1} says that it holds the email or the mobile${quoted(value)}. Name that column “email” or “mobile”, ${AGAIN}`,
};

function encodingWords(encoding: string | undefined): string {
  return ENCODING_WORDS[encoding ?? ""] ?? "that encoding";
}

const ENCODING_WORDS: Record<string, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16 (big-endian)",
  "windows-1252": "Windows-1252",
  "iso-8859-15": "ISO-8859-15",
  macintosh: "Mac Roman",
};

function place({ line, column }: Pick<FileFault, "line" | "column">): string {
  const parts = [];
  if (line !== undefined) parts.push(`line ${line}`);
  if (column !== undefined) parts.push(typeof column === "number" ? `column ${column}` : `the column “${column}”`);
  return parts.length === 0 ? "the file" : parts.join(", ");
}

function quoted(value: string | undefined): string {
  return value === undefined ? "" : `: “${value}”`;
}

function count(number: number | undefined): string {
  return number === undefined ? "fewer" : number.toLocaleString("en-US");
}

function size(bytes: number | undefined): string {
  if (bytes === undefined) return "a row may be";
  return bytes % MIB === 0 ? `${bytes / MIB} MiB` : `${count(bytes)} bytes`;
}

const MIB = 1024 * 1024;
