import { csvHeader } from "./csv-header.ts";
import type { FileFault } from "./file-fault.ts";
import type { ReadLimits } from "./limits.ts";
import type { RecordPlace, RecordSink } from "./record-splitter.ts";
import type { CellWarning, Counts, Row, RowFault } from "./row.ts";
import { cellsFault } from "./row-fault.ts";

/** Turns the records of a CSV file into its header and its rows, and counts them. */
export class CsvRows implements RecordSink {
  readonly counts: Counts = { read: 0, rejected: 0, blank: 0 };
  header: string[] | undefined;
  firstRecord: { line: number; cells: string[] } | undefined;
  /** Once it is set, whatever follows is ignored. */
  fault: FileFault | undefined;
  readonly #named: boolean;
  readonly #separator: string;
  readonly #limits: ReadLimits;
  #rows: Row[] = [];
  #width = 0;
  /** Excel leaves out what is empty at a row's end where the header has no name for it: a row may be that short. */
  #leastWidth = 0;
  #records = 0;

  /** `named`: the first record is the header. */
  constructor(named: boolean, separator: string, limits: ReadLimits) {
    this.#named = named;
    this.#separator = separator;
    this.#limits = limits;
  }

  /** The rows since the last time, a thousand at the most. */
  take(): Row[] {
    if (this.#rows.length > BATCH_ROWS) return this.#rows.splice(0, BATCH_ROWS);
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  get waiting(): number {
    return this.#rows.length;
  }

  record(cells: string[], at: RecordPlace): void {
    if (this.fault !== undefined) return;
    const { maxRecordBytes } = this.#limits;
    if (at.bytes > maxRecordBytes) this.fault = { code: "record_too_long", line: at.line, limit: maxRecordBytes };
    else if (at.line === 1 && SEPARATOR.test(cells.join(this.#separator))) return;
    else if (cells.every((cell) => cell.trim() === "")) this.#countBlank(cells, at.line);
    else if (this.header === undefined) this.#setHeader(cells, at);
    else this.#addRow(cells, at);
  }

  brokenRecord(cells: string[], { line, column }: { line: number; column: number }): void {
    if (this.fault !== undefined) return;
    if (this.header === undefined) this.fault = { code: "header_quote", line, column };
    else if (this.#countRecord(line)) this.#reject(line, { code: "quote", column }, cells);
  }

  #countBlank(cells: string[], line: number): void {
    const emptyLine = cells.length === 1;
    if (this.header === undefined || emptyLine || this.#countRecord(line)) this.counts.blank++;
  }

  #setHeader(cells: string[], at: RecordPlace): void {
    const names = this.#named ? cells : cells.map(() => "");
    const header = csvHeader(names, at.line, this.#limits);
    if (!Array.isArray(header)) {
      this.fault = header;
      return;
    }
    this.header = header;
    this.firstRecord = { line: at.line, cells };
    this.#width = cells.length;
    this.#leastWidth = this.#named ? cells.findLastIndex((name) => name.trim() !== "") + 1 : cells.length;
    if (!this.#named) this.#addRow(cells, at);
  }

  #addRow(cells: string[], at: RecordPlace): void {
    if (!this.#countRecord(at.line)) return;
    if (cells.length !== this.#width) this.#evenOut(cells);
    const fault = this.#rowFault(cells, at);
    if (fault !== null) this.#reject(at.line, fault, cells);
    else {
      this.counts.read++;
      const { line, strayColumns } = at;
      this.#rows.push(strayColumns ? { line, cells, warnings: strayQuotes(cells, strayColumns) } : { line, cells });
    }
  }

  #evenOut(cells: string[]): void {
    while (cells.length >= this.#leastWidth && cells.length < this.#width) cells.push("");
    if (cells.length > this.#width && cells.slice(this.#width).every((cell) => cell === "")) cells.length = this.#width;
  }

  #rowFault(cells: string[], at: RecordPlace): RowFault | null {
    const limit = this.#limits.maxCellChars;
    // Nearly all rows are told to be whole without a look at their cells.
    if (cells.length === this.#width && at.bytes <= limit && !at.suspect) return null;
    return cellsFault(cells, this.#width, limit);
  }

  #reject(line: number, fault: RowFault, raw: string[]): void {
    this.counts.rejected++;
    this.#rows.push({ line, fault, raw });
  }

  /** False: it is one too many. */
  #countRecord(line: number): boolean {
    const limit = this.#limits.maxRows;
    if (++this.#records <= limit) return true;
    this.fault = { code: "too_many_rows", line, limit };
    return false;
  }
}

function strayQuotes(cells: readonly string[], columns: readonly number[]): CellWarning[] {
  return columns.map((column) => ({ code: "stray_quote", column, value: cells[column - 1] ?? "" }));
}

const BATCH_ROWS = 1000;

/** Excel's own way to name the delimiter, as a record. */
const SEPARATOR = /^sep=.$/i;
