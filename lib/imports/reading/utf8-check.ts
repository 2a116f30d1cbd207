import { isAscii, isUtf8 } from "node:buffer";

/** Tells whether a stream of chunks is UTF-8 as a whole: a character may be split over any number of chunks. */
export class Utf8Check {
  #carry = Buffer.alloc(0);

  /** False as soon as something cannot be UTF-8, whatever follows. */
  write(chunk: Buffer): boolean {
    if (this.#carry.length === 0 && isAscii(chunk)) return true;
    const bytes = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
    const complete = bytes.length - unfinishedTail(bytes);
    this.#carry = Buffer.from(bytes.subarray(complete));
    return isUtf8(bytes.subarray(0, complete));
  }

  /** False when the last character is cut off. */
  end(): boolean {
    return this.#carry.length === 0;
  }
}

/** How many bytes at the end start a character of which the rest is still to come: 0 to 3. */
function unfinishedTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
