import { environment } from "#lib/environment.ts";
import type { Import } from "./import.ts";
import { DEFAULT_LIMITS, type ReadLimits } from "./reading/limits.ts";
import { readCsv } from "./reading/read-csv.ts";
import type { Reading } from "./reading/row.ts";
import { readXlsx } from "./reading/xlsx/read-xlsx.ts";
import { randomAccess, readStoredFile } from "./upload/stored-file.ts";

/**
 * The one way in which an import's rows are read: by the first rows, the columns page and the check alike.
 * `onProgress` hears how many bytes have been read.
 */
export async function openFile(
  { id, bytes, options }: Pick<Import, "id" | "bytes" | "options">,
  onProgress: (bytes: number) => void = () => {},
): Promise<Reading> {
  if (options.format === undefined) return readXlsx(randomAccess(id, bytes, onProgress), limits());
  return readCsv(counted(readStoredFile(id), onProgress), options.format, limits());
}

async function* counted(pieces: AsyncIterable<Buffer>, onProgress: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const piece of pieces) {
    yield piece;
    bytes += piece.length;
    onProgress(bytes);
  }
}

function limits(): ReadLimits {
  const { MAX_ROWS, MAX_COLUMNS } = environment();
  return { ...DEFAULT_LIMITS, maxRows: MAX_ROWS, maxColumns: MAX_COLUMNS };
}
