import type { Client } from "pg";
import type { Correction } from "../correct/correction.ts";
import { copyArray, copyLine, escapeText } from "./copy-text.ts";
import { CopyWriter } from "./copy-writer.ts";
import type { BadCell } from "./row-parser.ts";

/** Rejected rows and warnings wait here until there are enough: a connection can copy into one table at a time. */
const LINES_CHARS = 2 * 1024 * 1024;

const LINE_COLUMNS =
  "import_lines (import_id, line, outcome, reason, place, column_name, value, key, cells, corrected, corrected_by, corrected_at)";

/** A row for the log. */
export type LogLine = {
  line: number;
  bad: BadCell;
  /** The cells that were judged: where `bad.place` is looked up. */
  judged: readonly string[];
  /** As the file has them. */
  cells: readonly string[];
  key: string | null;
  correction?: Correction;
};

/** Where a check puts what it read: rows into the staging table, rejected rows and warnings into the log. */
export class RowSink {
  readonly #client: Client;
  readonly #importId: number;
  readonly #header: readonly string[];
  readonly #target: string;
  #rows: CopyWriter | null = null;
  #lines: string[] = [];
  #chars = 0;
  warnings = 0;
  rejected = 0;

  /** `target`: the staging table with its columns, see CopyWriter. */
  constructor(client: Client, importId: number, header: readonly string[], target: string) {
    this.#client = client;
    this.#importId = importId;
    this.#header = header;
    this.#target = target;
  }

  row(line: number, key: string, values: readonly (string | null)[]): Promise<unknown> | undefined {
    this.#rows ??= new CopyWriter(this.#client, this.#target);
    let text = `${line}\t${key}`;
    for (let index = 0; index < values.length; index++) {
      const value = values[index];
      text += value === null || value === undefined ? "\t\\N" : `\t${escapeText(value)}`;
    }
    return this.#rows.write(`${text}\n`);
  }

  reject(line: LogLine): Promise<void> | undefined {
    this.rejected++;
    return this.#line("rejected", line);
  }

  warn(line: LogLine): Promise<void> | undefined {
    this.warnings++;
    return this.#line("warning", line);
  }

  /** A row that goes in as a person corrected it; `bad` says why it was rejected as it came. */
  corrected(line: LogLine): Promise<void> | undefined {
    return this.#line("corrected", line);
  }

  async end(): Promise<void> {
    await this.#rows?.end();
    this.#rows = null;
    await this.#writeLines();
  }

  /** Frees the connection after an error, so that the transaction can be rolled back. */
  async abandon(): Promise<void> {
    await this.#rows?.abandon();
    this.#rows = null;
  }

  #line(outcome: string, { line, bad, judged, cells, key, correction }: LogLine): Promise<void> | undefined {
    const text = copyLine([
      this.#importId,
      line,
      outcome,
      bad.reason,
      bad.place,
      bad.place > 0 ? withoutNul(this.#header[bad.place - 1] ?? "") : null,
      bad.place > 0 ? withoutNul(judged[bad.place - 1] ?? "") : null,
      key,
      outcome === "warning" ? null : withoutNul(copyArray(cells)),
      correction ? copyArray(correction.cells) : null,
      correction?.by ?? null,
      correction?.at.toISOString() ?? null,
    ]);
    this.#lines.push(text);
    this.#chars += text.length;
    return this.#chars > LINES_CHARS ? this.end() : undefined;
  }

  async #writeLines(): Promise<void> {
    if (this.#lines.length === 0) return;
    const writer = new CopyWriter(this.#client, LINE_COLUMNS);
    for (const line of this.#lines) await writer.write(line);
    await writer.end();
    this.#lines = [];
    this.#chars = 0;
  }
}

/** Postgres' text has no place for NUL; the sign that stands for it does. */
const withoutNul = (text: string): string => (text.includes("\0") ? text.replaceAll("\0", "\u2400") : text);
