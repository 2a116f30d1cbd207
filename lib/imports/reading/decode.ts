import { UnreadableFile } from "./file-fault.ts";
import type { Encoding } from "./format.ts";
import { Utf8Check } from "./utf8-check.ts";

/**
 * The file's text as UTF-8 without a byte order mark, in pieces that may end inside of a character.
 * A byte that the encoding does not know ends it with the fault `encoding`: no U+FFFD is ever made up.
 */
export async function* decodeToUtf8(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding === "utf-8") yield* withoutMark(checked(bytes));
  else yield* transcoded(bytes, encoding);
}

async function* checked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const check = new Utf8Check();
  for await (const chunk of bytes) {
    const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (!check.write(piece)) throw new UnreadableFile({ code: "encoding", value: "utf-8" });
    yield piece;
  }
  if (!check.end()) throw new UnreadableFile({ code: "encoding", value: "utf-8" });
}

async function* withoutMark(pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const piece of pieces) {
    if (start === undefined) {
      yield piece;
      continue;
    }
    start = Buffer.concat([start, piece]);
    if (start.length < MARK.length) continue;
    yield start.subarray(0, MARK.length).equals(MARK) ? start.subarray(MARK.length) : start;
    start = undefined;
  }
  if (start !== undefined) yield start;
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

async function* transcoded(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true }); // it drops the byte order mark by itself
  try {
    for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }));
    yield Buffer.from(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError) throw new UnreadableFile({ code: "encoding", value: encoding });
    throw error;
  }
}
