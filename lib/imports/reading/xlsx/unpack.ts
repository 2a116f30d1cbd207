import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { say } from "#lib/text/words.ts";
import { damaged } from "./damaged.ts";
import type { InflateBudget } from "./inflate-budget.ts";
import type { RandomAccess } from "./random-access.ts";

/** Where a part of a zip lies, and what the list of contents says of it. */
export type PackedPart = { start: number; packedBytes: number; bytes: number; crc32: number; method: number };

/** The part's bytes. Its size and checksum are held against the list of contents: a bit that flipped is no data. */
export async function* unpack(source: RandomAccess, part: PackedPart, budget: InflateBudget): AsyncGenerator<Buffer> {
  let bytes = 0;
  let checksum = 0;
  for await (const { piece, packed } of pieces(source, part)) {
    bytes += piece.length;
    if (bytes > part.bytes) throw damaged(say("a zip file that holds more than it says"));
    budget.spend(piece.length, bytes, packed);
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (bytes !== part.bytes || checksum !== part.crc32) throw damaged(say("a damaged zip file"));
}

/** The unpacked pieces, each with how many packed bytes were used up by then. */
async function* pieces(source: RandomAccess, part: PackedPart): AsyncGenerator<{ piece: Buffer; packed: number }> {
  if (part.method === STORED) {
    for await (const piece of range(source, part)) yield { piece, packed: part.packedBytes };
    return;
  }
  if (part.method !== DEFLATED) throw damaged(say("a zip file packed in an unusual way"));
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES });
  pipeline(Readable.from(range(source, part)), inflate, () => {}); // its error comes out of the loop below
  try {
    for await (const piece of inflate) yield { piece, packed: inflate.bytesWritten };
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) {
      throw damaged(say("a damaged zip file"));
    }
    throw error;
  }
}

const STORED = 0;
const DEFLATED = 8;
const PIECE_BYTES = 64 * 1024;

async function* range(source: RandomAccess, { start, packedBytes }: PackedPart): AsyncGenerator<Buffer> {
  for (let at = 0; at < packedBytes; at += PIECE_BYTES) {
    yield await source.read(start + at, Math.min(PIECE_BYTES, packedBytes - at));
  }
}
