import { CsvRows } from "./csv-rows.ts";
import { decodeToUtf8 } from "./decode.ts";
import { evenPieces } from "./even-pieces.ts";
import { UnreadableFile } from "./file-fault.ts";
import type { CsvFormat } from "./format.ts";
import type { ReadLimits } from "./limits.ts";
import { RecordSplitter } from "./record-splitter.ts";
import type { Reading, Row } from "./row.ts";

/**
 * Reads a CSV file as it streams by, in memory that does not grow with it. Resolves when the header is known.
 * Throws `UnreadableFile`, here or while the batches are read. To stop early, end the loop over the batches.
 */
export function readCsv(bytes: AsyncIterable<Uint8Array>, format: CsvFormat, limits: ReadLimits): Promise<Reading> {
  return readUtf8Csv(evenPieces(decodeToUtf8(bytes, format.encoding)), format, limits);
}

/** The same from UTF-8 without a byte order mark. */
export async function readUtf8Csv(
  pieces: AsyncIterable<Buffer>,
  format: CsvFormat,
  limits: ReadLimits,
): Promise<Reading> {
  const rows = new CsvRows(format.header, format.delimiter, limits);
  const splitter = new RecordSplitter(format, limits.maxRecordBytes, rows);
  const batches = batchesOf(pieces, splitter, rows);
  await batches.next();
  if (rows.header === undefined) throw new UnreadableFile({ code: "empty" });
  return { header: rows.header, firstRecord: rows.firstRecord, batches, counts: rows.counts };
}

/** The first batch is empty: it says that the header is known. */
async function* batchesOf(
  pieces: AsyncIterable<Buffer>,
  splitter: RecordSplitter,
  rows: CsvRows,
): AsyncGenerator<Row[], void, undefined> {
  let announced = false;
  for await (const piece of pieces) {
    await splitter.write(piece);
    if (rows.fault !== undefined) throw new UnreadableFile(rows.fault);
    if (!announced && rows.header !== undefined) {
      announced = true;
      yield [];
    }
    while (rows.waiting >= ENOUGH_ROWS) yield rows.take();
  }
  await splitter.end();
  if (rows.fault !== undefined) throw new UnreadableFile(rows.fault);
  if (!announced && rows.header !== undefined) yield [];
  while (rows.waiting > 0) yield rows.take();
}

const ENOUGH_ROWS = 100;
