import { say } from "#lib/text/words.ts";
import { UnreadableFile } from "../file-fault.ts";

/** What a zip is, told from the names inside of it. */
export type ZipKind = "workbook" | "macros" | "binary" | "opendocument" | "numbers" | "word" | "powerpoint" | "other";

export function kindOfZip(names: readonly string[]): ZipKind {
  const some = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (some(/^xl\/vbaProject\.bin$/i) || some(/^xl\/macrosheets\//i)) return "macros";
  if (some(/^xl\/workbook[^/]*\.bin$/i)) return "binary";
  if (some(/^xl\/[^/]*\.xml$/i)) return "workbook";
  if (some(/^Index(\.zip$|\/.*\.iwa$)/i)) return "numbers";
  if (some(/^META-INF\/manifest\.xml$/i) && some(/^content\.xml$/i)) return "opendocument";
  if (some(/^word\//i)) return "word";
  if (some(/^ppt\//i)) return "powerpoint";
  return "other";
}

/** Throws the fault of every kind that is not read, with what it is and how to make a workbook of it. */
export function assertWorkbook(kind: ZipKind): void {
  if (kind === "workbook") return;
  if (kind === "other") throw new UnreadableFile({ code: "not_xlsx", value: say("a zip file without a workbook") });
  throw new UnreadableFile({ code: "unsupported_type", value: UNSUPPORTED[kind] });
}

/** Each completes "this is …"; the sentence after it says how to save it. */
const UNSUPPORTED: Record<Exclude<ZipKind, "workbook" | "other">, string> = {
  macros: say("a workbook with macros (.xlsm). In Excel choose File > Save As > Excel Workbook (.xlsx), or CSV UTF-8"),
  binary: say("a binary workbook (.xlsb). In Excel choose File > Save As > Excel Workbook (.xlsx), or CSV UTF-8"),
  opendocument: say(
    "an OpenDocument file (.ods). In LibreOffice choose File > Save As > Excel 2007–365 (.xlsx), or CSV",
  ),
  numbers: say("a Numbers document. In Numbers choose File > Export To > Excel, or CSV"),
  word: say("a Word document. Copy its table into Excel and save it as .xlsx, or as CSV UTF-8"),
  powerpoint: say("a PowerPoint file. Copy its table into Excel and save it as .xlsx, or as CSV UTF-8"),
};
