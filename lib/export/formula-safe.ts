/*
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front: Excel, LibreOffice and Google run what
 * begins with = + - @, or the wide ＝ ＋ － ＠, also after spaces and unseen characters, and on a later line of a cell that
 * is pasted. Each such line is marked, and so is the cell's first line, by which the importer knows that there are marks.
 * What begins with an apostrophe and goes on like a formula gets one more, so that every cell comes back as it was.
 */

/** Code points of what is passed over: spaces, controls and format characters, all but the ends of lines. */
const PASSED_OVER =
  "0-9 b-c e-20 7f-a0 ad 600-605 61c 6dd 70f 890-891 8e2 1680 180e 2000-200f 2028-202f 205f-2064 2066-206f 3000 feff " +
  "fff9-fffb 110bd 110cd 13430-1343f 1bca0-1bca3 1d173-1d17a e0001 e0020-e007f";

/** As the inside of a regular expression's brackets, each code point written by `write`. */
export const passedOver = (write: (codePoint: string) => string): string =>
  PASSED_OVER.split(" ")
    .map((range) => range.split("-").map(write).join("-"))
    .join("");

const LIKE_A_FORMULA = `[${passedOver((codePoint) => `\\u{${codePoint}}`)}]*[=+\\-@＝＋－＠]`;
const DANGEROUS = new RegExp(`^'*(?:${LIKE_A_FORMULA}|[\\t\\0])`, "u");
const MARKED = new RegExp(`^''*(?:${LIKE_A_FORMULA}|[\\t\\0])`, "u");

/** The cell as it may stand in a file that is opened in a spreadsheet. */
export function escapeFormula(cell: string): string {
  const lines = linesOf(cell);
  if (!lines.some((line) => DANGEROUS.test(line))) return cell;
  return lines.map((line, at) => (at === 0 || DANGEROUS.test(line) ? `'${line}` : line)).join("");
}

/** What `escapeFormula` was given. Only a cell that begins with an apostrophe can be another than it is. */
export function unescapeFormula(cell: string): string {
  if (!cell.startsWith("'")) return cell;
  const lines = linesOf(cell);
  if (!lines.some((line) => MARKED.test(line))) return cell;
  return lines.map((line, at) => (at === 0 || MARKED.test(line) ? line.slice(1) : line)).join("");
}

/** Each with its end, if it has one. */
const linesOf = (cell: string): string[] => (/[\n\r]/.test(cell) ? cell.split(/(?<=[\n\r])/) : [cell]);

/** One record of a CSV file, its line end included; every cell safe and quoted where it must be (RFC 4180). */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(escapeFormula(cell))).join(",")}\r\n`;
}

function quoted(cell: string): string {
  return /["\n\r,;\t|]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
