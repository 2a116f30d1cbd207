import { Parser } from "csv-parse";
import type { CsvFormat } from "./format.ts";

/** What a file is cut by. */
export type CsvCut = Pick<CsvFormat, "delimiter" | "quote">;

/** `end` counts the parser's bytes up to the end of the record, its line end included; `lines` as csv-parse counts them. */
export type OnRecord = (cells: string[], end: number, lines: number) => void;

/**
 * csv-parse, which hands each record over the moment it is cut: the stream's own queue would cost a tenth more and lose
 * where the record ended. What csv-parse cannot read is left in `errored`, for the caller to ask after each write.
 */
export class RecordParser extends Parser {
  readonly #onRecord: OnRecord;

  constructor({ delimiter, quote = '"' }: CsvCut, onRecord: OnRecord) {
    const sign = quote === "none" ? null : quote;
    super({
      delimiter,
      quote: sign,
      escape: sign,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
    });
    this.#onRecord = onRecord;
    this.on("error", keptInErrored);
  }

  override push(record: string[] | null): boolean {
    if (record === null) return super.push(null);
    // csv-parse measures every record by the first one, and builds an error for each that differs even where it may:
    // 20 µs, three times the record itself. While it has counted no record, each is the first.
    (this.info as { records: number }).records = 0;
    this.#onRecord(record, this.info.bytes, this.info.lines);
    return true;
  }

  /** Reads what was held back. False: the parser stopped, and `errored` says why. */
  finish(): Promise<boolean> {
    return new Promise((resolve) => this.end((error?: Error | null) => resolve(error == null)));
  }
}

function keptInErrored(): void {}
