import { controlColumn } from "../control-chars.ts";
import { csvHeader } from "../csv-header.ts";
import { UnreadableFile } from "../file-fault.ts";
import type { ReadLimits } from "../limits.ts";
import type { CellWarning, Counts, Row, RowFault } from "../row.ts";
import type { SheetCell, SheetRow } from "./sheet-reader.ts";

/** Turns the rows of a sheet into its header, which is its first row that is not empty, and its rows, and counts them. */
export class SheetRows {
  readonly counts: Counts = { read: 0, rejected: 0, blank: 0 };
  header: { names: string[]; line: number } | undefined;
  /** Rows after the header that were read although Excel does not show them. */
  hidden = 0;
  readonly #limits: ReadLimits;
  #records = 0;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  /** The row to hand over; undefined for the header and for blank ones. Throws `UnreadableFile`. */
  add(row: SheetRow): Row | undefined {
    const blank = row.cells.every(({ text, warning }) => warning === undefined && text.trim() === "");
    if (this.header !== undefined) this.#countRecord(row.line);
    if (blank) this.counts.blank++;
    else if (this.header === undefined) this.#setHeader(row);
    else return this.#row(row, this.header.names.length);
    return undefined;
  }

  #countRecord(line: number): void {
    const limit = this.#limits.maxRows;
    if (++this.#records > limit) throw new UnreadableFile({ code: "too_many_rows", line, limit });
  }

  #setHeader({ line, cells }: SheetRow): void {
    const width = cells.findLast(({ text }) => text.trim() !== "")?.column ?? 0;
    const names = csvHeader(spread(cells, width), line, this.#limits);
    if (!Array.isArray(names)) throw new UnreadableFile(names);
    this.header = { names, line };
  }

  #row({ line, hidden, cells: sparse }: SheetRow, width: number): Row {
    if (hidden) this.hidden++;
    const last = sparse.findLast(({ text }) => text !== "")?.column ?? 0;
    const cells = spread(sparse, Math.max(last, width));
    const fault = this.#fault(sparse, cells, width);
    if (fault !== undefined) {
      this.counts.rejected++;
      return { line, fault, raw: cells };
    }
    this.counts.read++;
    const warnings = warningsOf(sparse, width);
    return warnings.length === 0 ? { line, cells } : { line, cells, warnings };
  }

  #fault(sparse: SheetCell[], cells: string[], width: number): RowFault | undefined {
    const limit = this.#limits.maxCellChars;
    if (cells.length > width) return { code: "column_count", expected: width, found: cells.length };
    for (const { column, text, fault } of sparse) {
      if (fault !== undefined) return { ...fault, column };
      if (text.length > limit) return { code: "cell_too_long", column, limit };
      if (!text.isWellFormed()) return { code: "control_char", column };
    }
    const column = controlColumn(cells);
    return column > 0 ? { code: "control_char", column } : undefined;
  }
}

/** The cells of columns 1 to `width`. A sheet has at most as many columns as the limits allow by now. */
function spread(cells: SheetCell[], width: number): string[] {
  const row = new Array<string>(width).fill("");
  for (const { column, text } of cells) {
    if (column <= width) row[column - 1] = text;
  }
  return row;
}

function warningsOf(cells: SheetCell[], width: number): CellWarning[] {
  return cells.flatMap(({ column, warning }) =>
    warning === undefined || column > width ? [] : [{ ...warning, column }],
  );
}
