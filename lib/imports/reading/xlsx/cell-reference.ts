import { damaged } from "./damaged.ts";

/** The 1-based column of a reference such as `C7`. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    if (code < A || code > Z) return column > 0 && isDigit(code) ? column : invalid();
    column = column * 26 + (code - A + 1);
    if (column > EXCEL_COLUMNS) invalid();
  }
  return invalid();
}

const A = 65;
const Z = 90;

/** The last is XFD. */
const EXCEL_COLUMNS = 16_384;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function invalid(): never {
  throw damaged();
}
