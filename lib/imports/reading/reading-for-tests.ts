import { UnreadableFile } from "./file-fault.ts";
import type { CsvFormat } from "./format.ts";
import { DEFAULT_LIMITS, type ReadLimits } from "./limits.ts";
import { readCsv } from "./read-csv.ts";
import type { Counts, Reading, Row } from "./row.ts";

export type WholeReading = { header: string[]; rows: Row[]; counts: Counts };

/** All of a CSV file at once, given as text (UTF-8) or bytes and cut into chunks of `chunkBytes`. */
export async function readWhole(
  file: string | Uint8Array,
  format: Partial<CsvFormat> = {},
  limits: Partial<ReadLimits> = {},
  chunkBytes = 64 * 1024,
): Promise<WholeReading> {
  const reading = await readCsv(
    inChunks(Buffer.from(file), chunkBytes),
    { encoding: "utf-8", delimiter: ",", header: true, ...format },
    { ...DEFAULT_LIMITS, ...limits },
  );
  return readAll(reading);
}

export async function readAll({ header, batches, counts }: Reading): Promise<WholeReading> {
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch);
  return { header, rows, counts };
}

/** The fault that reading ends with. */
export async function faultOf(reading: Promise<unknown>): Promise<UnreadableFile["fault"]> {
  const error = await reading.then(
    () => new Error("the file was read to its end"),
    (reason: unknown) => reason,
  );
  if (error instanceof UnreadableFile) return error.fault;
  throw error;
}

export async function* inChunks(bytes: Buffer, chunkBytes: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}
