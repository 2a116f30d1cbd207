import { UnreadableFile } from "../file-fault.ts";
import type { ReadLimits } from "../limits.ts";
import { columnOf } from "./cell-reference.ts";
import { type CellContext, type CellText, cellText } from "./cell-text.ts";
import { damaged } from "./damaged.ts";
import { TextRuns } from "./text-runs.ts";
import type { XmlHandler } from "./xml-reader.ts";

/** A row with those of its cells that hold something, in the order of their columns, which are 1-based. */
export type SheetRow = { line: number; hidden: boolean; cells: SheetCell[] };
export type SheetCell = CellText & { column: number };

/** Collects the rows of a sheet as its XML goes by. What the sheet says of its own size is not looked at. */
export class SheetReader implements XmlHandler {
  readonly #context: CellContext;
  readonly #limits: ReadLimits;
  readonly #runs = new TextRuns();
  #rows: SheetRow[] = [];
  #inData = false;
  #line = 0;
  #hidden = false;
  #cells: SheetCell[] = [];
  #bytes = 0;
  #column = 0;
  #type = "";
  #style = 0;
  #valued = false;
  #formula = false;

  constructor(context: CellContext, limits: ReadLimits) {
    this.#context = context;
    this.#limits = limits;
  }

  /** The rows since the last time. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === "sheetData") this.#inData = true;
    if (!this.#inData) return;
    if (name === "c") this.#startCell(attributes);
    else if (name === "row") this.#startRow(attributes);
    else if (name === "f") this.#formula = true;
    else {
      if (name === "v" || name === "is") this.#valued = true;
      this.#runs.open(name);
    }
  }

  text(text: string): void {
    if (this.#inData) this.#runs.text(text);
  }

  close(name: string): void {
    if (!this.#inData) return;
    if (name === "c") this.#endCell();
    else if (name === "row") this.#rows.push({ line: this.#line, hidden: this.#hidden, cells: this.#cells });
    else if (name === "sheetData") this.#inData = false;
    else this.#runs.close(name);
  }

  #startRow({ r, hidden }: Record<string, string>): void {
    const line = r === undefined ? this.#line + 1 : Number(r);
    if (!(Number.isInteger(line) && line > this.#line)) throw damaged();
    if (line > EXCEL_ROWS) throw new UnreadableFile({ code: "too_many_rows", line, limit: EXCEL_ROWS });
    this.#line = line;
    this.#hidden = hidden === "1" || hidden === "true";
    this.#cells = [];
    this.#bytes = 0;
    this.#column = 0;
  }

  #startCell({ r, t = "n", s }: Record<string, string>): void {
    const column = r === undefined ? this.#column + 1 : columnOf(r);
    if (column <= this.#column) throw damaged(); // two values for one cell: neither can be trusted
    this.#column = column;
    this.#type = t;
    this.#style = s === undefined ? 0 : Number(s);
    this.#valued = false;
    this.#formula = false;
    this.#runs.start();
  }

  #endCell(): void {
    const value = this.#valued ? this.#runs.end() : undefined;
    const raw = { type: this.#type, style: this.#style, value, formula: this.#formula };
    const content = cellText(raw, this.#context);
    if (content.text === "" && content.warning === undefined) return;
    this.#bytes += Buffer.byteLength(content.text);
    this.#assertFits();
    this.#cells.push({ column: this.#column, ...content });
  }

  #assertFits(): void {
    const { maxColumns, maxRecordBytes } = this.#limits;
    const line = this.#line;
    if (this.#column > maxColumns) {
      throw new UnreadableFile({ code: "too_many_columns", line, value: String(this.#column), limit: maxColumns });
    }
    if (this.#bytes > maxRecordBytes)
      throw new UnreadableFile({ code: "record_too_long", line, limit: maxRecordBytes });
  }
}

/** The last row that Excel has. */
const EXCEL_ROWS = 1_048_576;
