import { controlColumn } from "./control-chars.ts";
import { excerpt, type FileFault } from "./file-fault.ts";
import type { ReadLimits } from "./limits.ts";

/** The columns' names from the file's first record, or why they cannot be used. A column without a name is `column 3`. */
export function csvHeader(cells: string[], line: number, limits: ReadLimits): string[] | FileFault {
  if (cells.length > limits.maxColumns) {
    return { code: "too_many_columns", line, limit: limits.maxColumns, value: String(cells.length) };
  }
  const long = cells.findIndex((cell) => cell.length > MAX_NAME_CHARS) + 1;
  if (long > 0) return { code: "header_too_long", line, column: long, limit: MAX_NAME_CHARS };
  const control = controlColumn(cells);
  if (control > 0) return { code: "header_control_char", line, column: control };
  const header = cells.map((cell, index) => (cell.trim() === "" ? `column ${index + 1}` : cell));
  const twice = secondOfTwo(header);
  if (twice > 0)
    return { code: "duplicate_header", line, column: twice, value: excerpt(cells[twice - 1]?.trim() ?? "") };
  return header;
}

/** A whole question of a survey fits; a file with one line of 100 kB is no table. */
const MAX_NAME_CHARS = 1000;

/** 1-based column of the first name that stands for the second time, spaces around it apart, or 0. */
function secondOfTwo(header: string[]): number {
  const seen = new Set<string>();
  return (
    header.findIndex((name) => {
      const known = seen.has(name.trim());
      seen.add(name.trim());
      return known;
    }) + 1
  );
}
