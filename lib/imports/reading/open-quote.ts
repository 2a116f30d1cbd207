import type { CsvCut } from "./record-parser.ts";

const LF = 0x0a;
const CR = 0x0d;

/**
 * The quote in which a record ends. `lines` counts the line ends before it, `column` is 1-based.
 * Null: the record's last cell is not quoted, or closed.
 */
export function openQuote(
  record: Buffer,
  { delimiter, quote = '"' }: CsvCut,
): { lines: number; column: number } | null {
  if (quote === "none") return null;
  const cut = delimiter.charCodeAt(0);
  const sign = quote.charCodeAt(0);
  let opened: { lines: number; column: number } | null = null;
  let lines = 0;
  let column = 1;
  let cellStart = true;
  for (let at = 0; at < record.length; at++) {
    const byte = record[at];
    if (byte === LF || (byte === CR && record[at + 1] !== LF)) lines++;
    if (opened !== null) {
      if (byte !== sign) continue;
      if (record[at + 1] === sign) at++;
      else opened = null;
    } else if (byte === sign && cellStart) opened = { lines, column };
    else if (byte === cut) column++;
    cellStart = byte === cut;
  }
  return opened;
}
