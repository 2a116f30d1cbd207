import { evenPieces } from "./even-pieces.ts";
import { UnreadableFile } from "./file-fault.ts";
import type { CsvFormat } from "./format.ts";
import type { ReadLimits } from "./limits.ts";
import { readUtf8Csv } from "./read-csv.ts";
import type { Row } from "./row.ts";

export type Preview = { header: string[]; rows: Row[] };

/**
 * The header and the first `count` rows, just as the import will read them, from the first bytes of the file:
 * what a person looks at to choose the delimiter and the encoding. Throws `UnreadableFile`.
 * `whole`: `head` is all of the file. Else the record and the character in which it ends are left out.
 */
export async function previewCsv(
  head: Uint8Array,
  whole: boolean,
  format: CsvFormat,
  limits: ReadLimits,
  count: number,
): Promise<Preview> {
  const text = decodeHead(head, whole, format);
  const { header, batches } = await readUtf8Csv(evenPieces(once(Buffer.from(text))), format, limits, whole);
  const rows: Row[] = [];
  for await (const batch of batches) {
    rows.push(...batch);
    if (rows.length >= count) break;
  }
  return { header, rows: rows.slice(0, count) };
}

function decodeHead(head: Uint8Array, whole: boolean, { encoding }: CsvFormat): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: !whole });
  } catch (error) {
    if (error instanceof TypeError) throw new UnreadableFile({ code: "encoding", value: encoding });
    throw error;
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
