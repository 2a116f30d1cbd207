import { type Words, words } from "#lib/text/words.ts";
import type { Import } from "./import.ts";
import { ENCODING_NAMES } from "./reading/file-fault-words.ts";
import type { Reading, ReadNotice } from "./reading/row.ts";

/** What is no row's fault, and a person should know before Apply: how the file was read, and what was left out. */
export type ImportNotice =
  | ReadNotice
  | {
      code: "encoding" | "encoded_twice" | "no_rows" | "left_out" | "dates_assumed" | "decimal_assumed";
      value: string;
    };

/** Of a file that has been read to its end; `open`: what its values left open. */
export function noticesOf(
  { options, mapping }: Import,
  file: Reading,
  open: { dateOrder: boolean; decimal: boolean },
): ImportNotice[] {
  const { format, byHand, encodedTwice } = options;
  const notices: ImportNotice[] = [];
  if (format && format.encoding !== "utf-8" && byHand?.encoding === undefined) {
    notices.push({ code: "encoding", value: format.encoding });
  }
  if (encodedTwice) notices.push({ code: "encoded_twice", value: "" });
  if (file.counts.read + file.counts.rejected === 0) notices.push({ code: "no_rows", value: "" });
  notices.push(...(file.notices?.() ?? []));
  if (open.dateOrder) notices.push({ code: "dates_assumed", value: "" });
  // A workbook's own numbers have a point in every language.
  if (open.decimal && format) notices.push({ code: "decimal_assumed", value: "" });
  const leftOut = (mapping ?? []).filter(({ target }) => target === null).map(({ column }) => column);
  if (leftOut.length > 0) notices.push({ code: "left_out", value: leftOut.join(", ") });
  return notices;
}

/** As a sentence. */
export function noticeInWords({ code, value }: ImportNotice): Words {
  switch (code) {
    case "encoding":
      return words("The file is not written in UTF-8. It was read as {encoding}: look whether its letters are right.", {
        encoding: ENCODING_NAMES[value] ?? value,
      });
    case "encoded_twice":
      return words(
        "Some letters look as if the file had been encoded twice, such as “Ã©” for “é”. They are taken as they stand.",
      );
    case "no_rows":
      return words("The file has a header and no rows.");
    case "other_sheets":
      return words("Only the first visible sheet was read. Others were not: {sheets}.", { sheets: shortened(value) });
    case "hidden_rows":
      return words(
        "{count, plural, one {# of the rows is hidden in the workbook. It was} other {# of the rows are hidden in the workbook. They were}} read as well.",
        { count: Number(value) },
      );
    case "dates_assumed":
      return words(
        "No date of the file says whether its day or its month comes first. They were read day first: 03/04 is the 3rd of April.",
      );
    case "decimal_assumed":
      return words(
        "No number of the file says whether its point or its comma is the decimal sign. They were read with a decimal point: 1,234 is above a thousand, and 1.234 is not.",
      );
    case "left_out":
      return words("Columns that go nowhere and are left out: {columns}.", { columns: shortened(value) });
    default:
      return code satisfies never;
  }
}

const shortened = (text: string): string => (text.length <= 300 ? text : `${text.slice(0, 299)}…`);
