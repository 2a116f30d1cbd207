import { say } from "#lib/text/words.ts";

/** What the first bytes of a file say that it is, whatever its name says. */
export type FileKind = "text" | "html" | "zip" | "xls" | "pdf" | "image" | "gzip";

/** `head` should hold 512 bytes or the whole file. */
export function fileKind(head: Buffer): FileKind {
  for (const [kind, magic] of MAGIC) {
    if (head.subarray(0, magic.length).equals(magic)) return kind;
  }
  return HTML.test(head.toString("latin1", 0, 512)) ? "html" : "text";
}

const MAGIC: readonly [FileKind, Buffer][] = [
  ["zip", Buffer.from("PK\x03\x04", "latin1")], // .xlsx, .xlsm, .ods and .numbers are all zip files
  ["zip", Buffer.from("PK\x05\x06", "latin1")], // an empty one
  ["xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])], // also any workbook with a password
  ["xls", Buffer.from([0x09, 0x08, 0x10, 0x00])], // BIFF 5 to 2 without the container
  ["xls", Buffer.from([0x09, 0x08, 0x08, 0x00])],
  ["xls", Buffer.from([0x09, 0x04, 0x06, 0x00])],
  ["xls", Buffer.from([0x09, 0x02, 0x06, 0x00])],
  ["xls", Buffer.from([0x09, 0x00, 0x04, 0x00])],
  ["pdf", Buffer.from("%PDF-", "latin1")],
  ["image", Buffer.from([0xff, 0xd8, 0xff])],
  ["image", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")],
  ["image", Buffer.from("GIF8", "latin1")],
  ["gzip", Buffer.from([0x1f, 0x8b, 0x08])],
];

const HTML = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|table|meta)\b/i;

/** What such a file is, as a completion of "This is …"; the sentence after it says how to save it. */
export const XLS_WORDS = say(
  "an Excel 97–2003 workbook (.xls), or one with a password. In Excel choose File > Save As > Excel Workbook (.xlsx), or CSV UTF-8",
);
