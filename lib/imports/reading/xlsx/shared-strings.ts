import { UnreadableFile } from "../file-fault.ts";
import { damaged } from "./damaged.ts";
import { TextRuns } from "./text-runs.ts";
import { readXml } from "./xml-reader.ts";

/**
 * The texts that cells share, in one run of UTF-8 cut into pages: as a million small strings of JavaScript they would
 * take four times as much, and a run that grows by copying twice as much.
 */
export class SharedStrings {
  readonly #limit: number;
  readonly #pages: Buffer[] = [];
  #ends = new Uint32Array(0);
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(text: string): void {
    const bytes = Buffer.from(text);
    const start = this.#end(this.#count);
    const end = start + bytes.length;
    if (end + this.#count * 4 > this.#limit) throw new UnreadableFile({ code: "zip_bomb", limit: this.#limit });
    while (this.#pages.length * PAGE_BYTES < end) this.#pages.push(Buffer.allocUnsafeSlow(PAGE_BYTES));
    for (let at = start; at < end; ) at += bytes.copy(this.#page(at), at % PAGE_BYTES, at - start);
    if (this.#count === this.#ends.length) this.#growEnds();
    this.#ends[this.#count++] = end;
  }

  /** Throws `UnreadableFile` when there is no such text. */
  get(index: number): string {
    if (!(Number.isInteger(index) && index >= 0 && index < this.#count)) throw damaged();
    const [start, end] = [this.#end(index), this.#end(index + 1)];
    const offset = start % PAGE_BYTES;
    if (offset + end - start <= PAGE_BYTES) return this.#page(start).toString("utf8", offset, offset + end - start);
    const parts: Buffer[] = [];
    for (let at = start; at < end; at = (Math.floor(at / PAGE_BYTES) + 1) * PAGE_BYTES) {
      parts.push(this.#page(at).subarray(at % PAGE_BYTES, (at % PAGE_BYTES) + end - at));
    }
    return Buffer.concat(parts).toString("utf8");
  }

  /** Where the first `count` texts end. */
  #end(count: number): number {
    return count === 0 ? 0 : (this.#ends[count - 1] ?? 0);
  }

  #page(at: number): Buffer {
    return this.#pages[Math.floor(at / PAGE_BYTES)] ?? NO_PAGE;
  }

  #growEnds(): void {
    const grown = new Uint32Array(Math.max(this.#ends.length * 2, 1024));
    grown.set(this.#ends);
    this.#ends = grown;
  }
}

const PAGE_BYTES = 1024 * 1024;
const NO_PAGE = Buffer.alloc(0);

/** `limit` is in bytes, the list of places included. Throws `UnreadableFile`. */
export async function readSharedStrings(pieces: AsyncIterable<Buffer>, limit: number): Promise<SharedStrings> {
  const strings = new SharedStrings(limit);
  const runs = new TextRuns();
  await readXml(pieces, {
    open(name) {
      if (name === "si") runs.start();
      else runs.open(name);
    },
    text: (text) => runs.text(text),
    close(name) {
      if (name === "si") strings.add(runs.end());
      else runs.close(name);
    },
  });
  return strings;
}
