import { setImmediate } from "node:timers/promises";
import { CsvError } from "csv-parse";
import { mayHoldControls } from "./control-chars.ts";
import { UnreadableFile } from "./file-fault.ts";
import { openQuote } from "./open-quote.ts";
import { type CsvCut, RecordParser } from "./record-parser.ts";
import { RecordWindow } from "./record-window.ts";
import { cutStrayRecord, type StrayRecord } from "./stray-quotes.ts";

/** Is told of each record of the file once, empty lines included. Must not throw. */
export type RecordSink = {
  record(cells: string[], at: RecordPlace): void;
  /** A quoted cell goes on behind its quote; `cells` is the record's first line, cut at every delimiter. Reading goes on with the next line. */
  brokenRecord(cells: string[], at: { line: number; column: number }): void;
};

export type RecordPlace = {
  line: number;
  /** The record's length with its line end. */
  bytes: number;
  /** It may hold control characters; else it holds none. */
  suspect: boolean;
  /** The columns, from 1, that are not quoted and hold a quote. */
  strayColumns?: readonly number[];
};

/**
 * Cuts a stream of UTF-8 bytes into records, and knows on which line each starts.
 * Throws `UnreadableFile` for a record that does not end.
 */
export class RecordSplitter {
  readonly #cut: CsvCut;
  readonly #maxRecordBytes: number;
  readonly #sink: RecordSink;
  readonly #window = new RecordWindow();
  #parser: RecordParser;
  /** Where the parser's first byte, and the record that is being read, stand in the file. */
  #parserStart = 0;
  #start = 0;
  #line = 1;
  /** What csv-parse counted for the record before. */
  #parserLines = 0;
  #suspectUntil = 0;

  constructor(cut: CsvCut, maxRecordBytes: number, sink: RecordSink) {
    this.#cut = cut;
    this.#maxRecordBytes = maxRecordBytes;
    this.#sink = sink;
    this.#parser = this.#newParser();
  }

  async write(piece: Buffer): Promise<void> {
    this.#window.add(piece);
    if (mayHoldControls(piece)) this.#suspectUntil = this.#window.end;
    if (!this.#parser.errored) this.#parser.write(piece);
    await this.#goOnAfterErrors(false);
    this.#window.forgetBefore(this.#start);
    if (this.#window.end - this.#start > this.#maxRecordBytes + LOOK_AHEAD_BYTES) throw this.#unfinished();
  }

  async end(): Promise<void> {
    while (!(await this.#parser.finish())) {
      if (codeOf(this.#parser.errored) === "CSV_QUOTE_NOT_CLOSED") throw this.#unfinished();
      await this.#goOnAfterErrors(true);
    }
  }

  /** Why the record that is being read does not end. */
  #unfinished(): UnreadableFile {
    const quote =
      this.#parser.errored && codeOf(this.#parser.errored) !== "CSV_QUOTE_NOT_CLOSED" ? null : this.#quote();
    const limit = this.#maxRecordBytes;
    if (quote === null) return new UnreadableFile({ code: "record_too_long", line: this.#line, limit });
    const line = this.#line + quote.lines;
    return new UnreadableFile({ code: "unclosed_quote", line, column: quote.column, limit });
  }

  #quote(): ReturnType<typeof openQuote> {
    return openQuote(this.#window.bytesFrom(this.#start), this.#cut);
  }

  #newParser(): RecordParser {
    return new RecordParser(this.#cut, (cells, end, lines) => this.#onRecord(cells, end, lines));
  }

  #onRecord(cells: string[], parserEnd: number, lines: number): void {
    const end = this.#parserStart + parserEnd;
    const at = { line: this.#line, bytes: end - this.#start, suspect: this.#start < this.#suspectUntil };
    // csv-parse counts a quoted CRLF twice: its count only tells whether there is anything to count.
    this.#line += lines - this.#parserLines === 1 ? 1 : 1 + lineEnds(cells);
    this.#parserLines = lines;
    this.#start = end;
    this.#sink.record(cells, at);
  }

  /**
   * csv-parse stops at a quote out of place. A record with quotes inside of cells that are not quoted is taken as it
   * stands; of any other the line on which it starts is rejected, and a new parser reads on behind it. A quote that was
   * opened by mistake may have swallowed good lines before the next one proved it wrong: none of them is lost.
   */
  async #goOnAfterErrors(atEnd: boolean): Promise<void> {
    for (let errors = 1; this.#parser.errored; errors++) {
      const rest = this.#window.bytesFrom(this.#start);
      const { code, column } = quoteError(this.#parser.errored);
      const found =
        code === "INVALID_OPENING_QUOTE" ? cutStrayRecord(rest, this.#cut, atEnd) : { brokenColumn: column };
      if (found === null && !atEnd) return;
      const next =
        found !== null && "cells" in found
          ? this.#takeStray(found)
          : this.#breakLine(rest, found?.brokenColumn ?? column, atEnd);
      if (next === null) return;
      this.#start += next;
      this.#parserStart = this.#start;
      this.#parserLines = 0;
      this.#parser = this.#newParser();
      this.#parser.write(rest.subarray(next));
      if (errors % ERRORS_AT_A_STRETCH === 0) await setImmediate();
    }
  }

  /** Answers where the next record starts. */
  #takeStray({ cells, next, strayColumns }: StrayRecord): number {
    const suspect = this.#start < this.#suspectUntil;
    this.#sink.record(cells, { line: this.#line, bytes: next, suspect, strayColumns });
    this.#line += 1 + lineEnds(cells);
    return next;
  }

  /** Answers where the next line starts; null: the end of this one is still to come. */
  #breakLine(rest: Buffer, column: number, atEnd: boolean): number | null {
    const lineEnd = endOfLine(rest, atEnd);
    if (lineEnd === null) return null;
    this.#sink.brokenRecord(cellsOf(rest.subarray(0, lineEnd.at), this.#cut.delimiter), { line: this.#line, column });
    this.#line++;
    return lineEnd.next;
  }
}

/** csv-parse keeps a few bytes back until it has seen what follows them. */
const LOOK_AHEAD_BYTES = 4;

/** Each costs a new parser, some 70 µs, in which nothing else runs. */
const ERRORS_AT_A_STRETCH = 100;

function codeOf(error: Error | null): string | undefined {
  return error instanceof CsvError ? error.code : undefined;
}

/** `column`: from 1. Throws what is not about a quote: it would be a defect. */
function quoteError(error: Error): { code: string; column: number } {
  const code = codeOf(error);
  if (code !== "CSV_INVALID_CLOSING_QUOTE" && code !== "INVALID_OPENING_QUOTE") throw error;
  return { code, column: Number((error as CsvError).column) + 1 };
}

function lineEnds(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) count += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  return count;
}

/** Null: it is still to come, or its CR may be half of a CRLF. */
function endOfLine(bytes: Buffer, atEnd: boolean): { at: number; next: number } | null {
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 0x0a) return { at, next: at + 1 };
    if (bytes[at] !== 0x0d) continue;
    if (at + 1 === bytes.length && !atEnd) return null;
    return { at, next: bytes[at + 1] === 0x0a ? at + 2 : at + 1 };
  }
  return atEnd ? { at: bytes.length, next: bytes.length } : null;
}

function cellsOf(line: Buffer, delimiter: string): string[] {
  return line.toString("utf8").split(delimiter);
}
