import type { Import } from "./import.ts";
import type { Reading, ReadNotice } from "./reading/row.ts";

/** What is no row's fault, and a person should know before Apply: how the file was read, and what was left out. */
export type ImportNotice = ReadNotice | { code: "encoding" | "encoded_twice" | "no_rows" | "left_out"; value: string };

/** Of a file that has been read to its end. */
export function noticesOf({ options, mapping }: Import, file: Reading): ImportNotice[] {
  const { format, byHand, encodedTwice } = options;
  const notices: ImportNotice[] = [];
  if (format && format.encoding !== "utf-8" && byHand?.encoding === undefined) {
    notices.push({ code: "encoding", value: format.encoding });
  }
  if (encodedTwice) notices.push({ code: "encoded_twice", value: "" });
  if (file.counts.read + file.counts.rejected === 0) notices.push({ code: "no_rows", value: "" });
  notices.push(...(file.notices?.() ?? []));
  const leftOut = (mapping ?? []).filter(({ target }) => target === null).map(({ column }) => column);
  if (leftOut.length > 0) notices.push({ code: "left_out", value: leftOut.join(", ") });
  return notices;
}

/** As a sentence. */
export function noticeInWords({ code, value }: ImportNotice): string {
  switch (code) {
    case "encoding":
      return `The file is not written in UTF-8. It was read as ${ENCODING_WORDS[value] ?? value}: look whether its letters are right.`;
    case "encoded_twice":
      return "Some letters look as if the file had been encoded twice, such as “Ã©” for “é”. They are taken as they stand.";
    case "no_rows":
      return "The file has a header and no rows.";
    case "other_sheets":
      return `Only the first visible sheet was read. Others were not: ${shortened(value)}.`;
    case "hidden_rows":
      return `${Number(value).toLocaleString("en")} of the rows are hidden in the workbook. They were read as well.`;
    case "left_out":
      return `Columns that go nowhere and are left out: ${shortened(value)}.`;
    default:
      return code satisfies never;
  }
}

const ENCODING_WORDS: Record<string, string> = {
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
};

const shortened = (text: string): string => (text.length <= 300 ? text : `${text.slice(0, 299)}…`);
