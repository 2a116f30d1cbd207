import { say } from "#lib/text/words.ts";
import { detectDelimiter } from "./detect-delimiter.ts";
import { excerpt, type FileFault } from "./file-fault.ts";
import { type FileKind, XLS_WORDS } from "./file-kind.ts";
import type { CsvFormat, Encoding } from "./format.ts";
import type { Inspection } from "./inspect-bytes.ts";

/**
 * How to read a file as CSV, from its first bytes (256 KiB are plenty) and what was learnt from all of them,
 * or why it cannot be. `chosen`: an encoding that is not to be told from the bytes.
 */
export function detectFormat(head: Uint8Array, inspection: Inspection, chosen?: Encoding): CsvFormat | FileFault {
  if (inspection.bytes === 0) return { code: "empty" };
  if (inspection.kind === "xls") return { code: "unsupported_type", value: XLS_WORDS };
  if (inspection.kind !== "text") return { code: "not_csv", value: KIND_WORDS[inspection.kind] };
  const encoding = chosen ?? detectEncoding(inspection);
  if (typeof encoding !== "string") return encoding;
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  const complete = inspection.bytes <= head.length;
  if (complete && text.trim() === "") return { code: "empty" };
  const { character, quote, firstRow } = detectDelimiter(text, complete);
  return { encoding, delimiter: character, header: !looksLikeData(firstRow), ...(quote !== '"' && { quote }) };
}

/** Each completes "This is …". */
const KIND_WORDS: Record<Exclude<FileKind, "text" | "xls">, string> = {
  html: say("a web page (HTML)"),
  zip: say("a zip file or a workbook"),
  pdf: say("a PDF document"),
  image: say("a picture"),
  gzip: say("a compressed file (gzip)"),
};

/** Windows-1252 where it is not UTF-8: it is what Excel writes in the Americas and Western Europe. */
function detectEncoding({ bom, utf8, nuls }: Inspection): Encoding | FileFault {
  if (bom === "utf-16le" || bom === "utf-16be") return bom;
  if (bom === "utf-8" && !utf8) return { code: "encoding", value: "utf-8" };
  const seen = nuls.even + nuls.odd;
  if (seen > nuls.of * 0.2 && Math.max(nuls.even, nuls.odd) > seen * 0.9) return { code: "encoding", value: "utf-16" };
  if (seen > nuls.of * 0.2 || (seen > 0 && !utf8)) return { code: "not_csv", value: say("binary data") };
  return utf8 ? "utf-8" : "windows-1252";
}

/** No column is called `ana@example.com` or `+51 987 654 321`. */
function looksLikeData(firstRow: string[]): boolean {
  return firstRow.some((cell) => EMAIL.test(excerpt(cell)) || PHONE.test(excerpt(cell)));
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;
const PHONE = /^\+?\d[\d ()-]{6,18}\d$/;
