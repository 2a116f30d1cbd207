import { createHash } from "node:crypto";
import { type FileKind, fileKind } from "./file-kind.ts";
import { Utf8Check } from "./utf8-check.ts";

/** What is known of a file once all of its bytes went by. */
export type Inspection = {
  bytes: number;
  /** Lower-case hex. */
  sha256: string;
  kind: FileKind;
  bom: "utf-8" | "utf-16le" | "utf-16be" | null;
  /** The whole file is UTF-8. */
  utf8: boolean;
  /** NUL bytes among the first 64 KiB, by the parity of their place: UTF-16 has them on one side only. */
  nuls: { even: number; odd: number; of: number };
  /** Text that was encoded twice was seen (`JosÃ©`), or will be made when the file is read as Windows-1252. */
  mojibake: boolean;
};

/** Looks at an upload while it streams by. It keeps 64 KiB at most, and costs about as much as the checksum. */
export class ByteInspector {
  readonly #hash = createHash("sha256");
  readonly #utf8 = new Utf8Check();
  #valid = true;
  #bytes = 0;
  #head = Buffer.alloc(0);
  #tail = Buffer.alloc(0);
  #twice = false;
  #multibyte = false;

  write(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    this.#valid &&= this.#utf8.write(bytes);
    if (this.#head.length < HEAD_BYTES) {
      this.#head = Buffer.concat([this.#head, bytes.subarray(0, HEAD_BYTES - this.#head.length)]);
    }
    this.#lookForMojibake(bytes);
  }

  end(): Inspection {
    const utf8 = this.#valid && this.#utf8.end();
    return {
      bytes: this.#bytes,
      sha256: this.#hash.digest("hex"),
      kind: fileKind(this.#head),
      bom: byteOrderMark(this.#head),
      utf8,
      nuls: countNuls(this.#head),
      mojibake: utf8 ? this.#twice : this.#multibyte,
    };
  }

  /** Each pattern is looked for until it is found once; four bytes are carried, as a chunk may end inside of it. */
  #lookForMojibake(bytes: Buffer): void {
    const seam = Buffer.concat([this.#tail, bytes.subarray(0, 4)]);
    this.#twice ||= ENCODED_TWICE.some((pattern) => bytes.includes(pattern) || seam.includes(pattern));
    this.#multibyte ||= UTF8_LETTERS.some((pattern) => bytes.includes(pattern) || seam.includes(pattern));
    this.#tail = Buffer.from(bytes.length >= 4 ? bytes.subarray(-4) : seam.subarray(-4));
  }
}

const HEAD_BYTES = 64 * 1024;

/** `Ã` before a sign of Latin-1, `â€`: what a UTF-8 text becomes when it is taken for Windows-1252 and encoded again. */
const ENCODED_TWICE = [Buffer.from([0xc3, 0x83, 0xc2]), Buffer.from([0xc3, 0xa2, 0xe2, 0x82, 0xac])];

/** á é í ó ú ñ ü ç ã in UTF-8. As Windows-1252 each is an `Ã` before a sign, which no language writes. */
const UTF8_LETTERS = [..."áéíóúñüçã"].map((letter) => Buffer.from(letter));

function byteOrderMark(head: Buffer): Inspection["bom"] {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return null;
}

function countNuls(head: Buffer): Inspection["nuls"] {
  const nuls = { even: 0, odd: 0, of: head.length };
  for (let at = head.indexOf(0); at !== -1; at = head.indexOf(0, at + 1)) {
    if (at % 2 === 0) nuls.even++;
    else nuls.odd++;
  }
  return nuls;
}
