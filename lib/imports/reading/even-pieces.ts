/**
 * The same bytes in pieces of 16 to 64 KiB: small enough that nobody waits for one to be read, and no crowd of tiny
 * ones when the network brings them so.
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

const LEAST_BYTES = 16 * 1024;
const MOST_BYTES = 64 * 1024;

function* split(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += MOST_BYTES) yield bytes.subarray(at, at + MOST_BYTES);
}
