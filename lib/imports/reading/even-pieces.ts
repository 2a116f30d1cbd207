/**
 * The same bytes in pieces of 8 to 16 KiB: the rows of one die young, so that memory stays flat, and no piece is tiny
 * because the network brought it so.
 */
export async function* evenPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let small: Buffer[] = [];
  let waiting = 0;
  for await (const chunk of chunks) {
    if (chunk.length + waiting < LEAST_BYTES) {
      small.push(chunk);
      waiting += chunk.length;
      continue;
    }
    yield* split(waiting === 0 ? chunk : Buffer.concat([...small, chunk]));
    small = [];
    waiting = 0;
  }
  if (waiting > 0) yield Buffer.concat(small);
}

const LEAST_BYTES = 8 * 1024;
const MOST_BYTES = 16 * 1024;

function* split(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += MOST_BYTES) yield bytes.subarray(at, at + MOST_BYTES);
}
