import type { CsvCut } from "./record-parser.ts";

/** A record that has quotes inside of cells that are not quoted. */
export type StrayRecord = {
  cells: string[];
  /** Where the record behind it starts. */
  next: number;
  /** From 1: the cells that hold such quotes. */
  strayColumns: number[];
};

/**
 * Cuts the first record of `bytes` as csv-parse does, but takes a quote inside of a cell that is not quoted (`O"Brien`,
 * `5" pipe`) for a sign like any other. Null: its end is still to come. `brokenColumn`, from 1: the record has a cell that
 * goes on behind its closing quote (`"x"y`) as well, and cannot be read.
 */
export function cutStrayRecord(
  bytes: Buffer,
  { delimiter, quote = '"' }: CsvCut,
  atEnd: boolean,
): StrayRecord | { brokenColumn: number } | null {
  const signs = { cut: delimiter.charCodeAt(0), quote: quote === "none" ? -1 : quote.charCodeAt(0) };
  const cells: string[] = [];
  const strayColumns: number[] = [];
  for (let start = 0; ; ) {
    const cell = bytes[start] === signs.quote ? quotedCell(bytes, start, signs) : plainCell(bytes, start, signs);
    if (cell === null) return { brokenColumn: cells.length + 1 };
    if (cell.end >= bytes.length && !(atEnd && cell.closed)) return null;
    cells.push(cell.text);
    if (cell.stray) strayColumns.push(cells.length);
    if (bytes[cell.end] === signs.cut) {
      start = cell.end + 1;
      continue;
    }
    if (bytes[cell.end] !== CR) return { cells, next: Math.min(cell.end + 1, bytes.length), strayColumns };
    if (cell.end + 1 === bytes.length && !atEnd) return null; // half of a CRLF?
    return { cells, next: cell.end + (bytes[cell.end + 1] === LF ? 2 : 1), strayColumns };
  }
}

/** `end`: the delimiter or line end behind the cell, or the end of the bytes. */
type Cell = { text: string; end: number; closed: boolean; stray: boolean };

type Signs = { cut: number; quote: number };

function plainCell(bytes: Buffer, start: number, { cut, quote }: Signs): Cell {
  let stray = false;
  let end = start;
  for (; end < bytes.length; end++) {
    const byte = bytes[end];
    if (byte === cut || byte === LF || byte === CR) break;
    if (byte === quote) stray = true;
  }
  return { text: bytes.toString("utf8", start, end), end, closed: true, stray };
}

/** Null: something other than a delimiter or a line end follows the closing quote. */
function quotedCell(bytes: Buffer, start: number, { cut, quote }: Signs): Cell | null {
  for (let at = bytes.indexOf(quote, start + 1); at !== -1; at = bytes.indexOf(quote, at + 1)) {
    const after = bytes[at + 1];
    if (after === quote) at++;
    else if (after === undefined || after === cut || after === LF || after === CR) {
      const sign = String.fromCharCode(quote);
      const text = bytes.toString("utf8", start + 1, at).replaceAll(sign + sign, sign);
      return { text, end: at + 1, closed: true, stray: false };
    } else return null;
  }
  return { text: "", end: bytes.length, closed: false, stray: false };
}

const LF = 0x0a;
const CR = 0x0d;
