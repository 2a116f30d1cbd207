/*
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front, line by line: Excel, LibreOffice and
 * Google run what begins with = + - @, also after spaces and unseen characters, and on a later line of a cell that is
 * pasted. What begins with an apostrophe already gets one more, so that it can be told apart when the file comes back.
 */

const SKIPPED = "[\\s\\u00a0\\p{Cc}\\p{Cf}]*";
const DANGEROUS = new RegExp(`^'*${SKIPPED}[=+\\-@＝＋－＠]|^'*[\\t\\0]`, "u");
const ESCAPED = new RegExp(`^''*${SKIPPED}[=+\\-@＝＋－＠]|^''*[\\t\\0]`, "u");

/** The cell as it may stand in a file that is opened in a spreadsheet. */
export function escapeFormula(cell: string): string {
  return byLine(cell, (line) => (DANGEROUS.test(line) ? `'${line}` : line));
}

/** What `escapeFormula` was given. */
export function unescapeFormula(cell: string): string {
  if (!cell.includes("'")) return cell;
  return byLine(cell, (line) => (ESCAPED.test(line) ? line.slice(1) : line));
}

function byLine(cell: string, change: (line: string) => string): string {
  if (!/[\n\r]/.test(cell)) return change(cell);
  return cell
    .split(/([\n\r])/)
    .map((part) => (part === "\n" || part === "\r" ? part : change(part)))
    .join("");
}

/** One record of a CSV file, its line end included; every cell safe and quoted where it must be (RFC 4180). */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(escapeFormula(cell))).join(",")}\r\n`;
}

function quoted(cell: string): string {
  return /["\n\r,;\t|]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
