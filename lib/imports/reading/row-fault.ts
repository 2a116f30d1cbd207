import { controlColumn } from "./control-chars.ts";
import type { RowFault } from "./row.ts";

/** What is wrong with a row's cells before anybody asks what they mean; null when nothing is. */
export function cellsFault(cells: readonly string[], width: number, maxCellChars: number): RowFault | null {
  if (cells.length !== width) return { code: "column_count", expected: width, found: cells.length };
  const long = cells.findIndex((cell) => cell.length > maxCellChars) + 1;
  if (long > 0) return { code: "cell_too_long", column: long, limit: maxCellChars };
  const control = controlColumn(cells);
  return control > 0 ? { code: "control_char", column: control } : null;
}
