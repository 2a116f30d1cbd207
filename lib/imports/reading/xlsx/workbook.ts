import { say } from "#lib/text/words.ts";
import { excerpt } from "../file-fault.ts";
import type { Archive } from "./archive.ts";
import { damaged } from "./damaged.ts";
import { readRelationships } from "./relationships.ts";
import { readXml } from "./xml-reader.ts";

/** What has to be known of a workbook before its sheet is read. Parts are keys of the archive. */
export type Workbook = {
  sheet: { name: string; part: string };
  /** The names of the other sheets, hidden ones included: they are not read. */
  otherSheets: string[];
  /** Days are counted from 1904 instead of 1900, as old Macs did. */
  date1904: boolean;
  sharedStrings: string | undefined;
  styles: string | undefined;
};

/** Chooses the first sheet that is visible. Throws `UnreadableFile`. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const root = (await readRelationships(archive, "")).find(({ type }) => type === "officeDocument");
  const part = root?.part ?? "xl/workbook.xml";
  const pieces = archive.open(part);
  if (pieces === undefined) throw damaged();
  const { sheets, date1904 } = await readSheetList(pieces);
  const related = await readRelationships(archive, part);
  const partOf = (id: string) => related.find((other) => other.type === "worksheet" && other.id === id)?.part;
  const chosen = sheets.find(({ hidden, id }) => !hidden && partOf(id) !== undefined);
  if (chosen === undefined) throw damaged(say("a workbook without a visible sheet"));
  return {
    sheet: { name: chosen.name, part: partOf(chosen.id) ?? "" },
    otherSheets: sheets.filter((sheet) => sheet !== chosen).map(({ name }) => name),
    date1904,
    sharedStrings: related.find(({ type }) => type === "sharedStrings")?.part,
    styles: related.find(({ type }) => type === "styles")?.part,
  };
}

type ListedSheet = { name: string; id: string; hidden: boolean };

async function readSheetList(pieces: AsyncIterable<Buffer>): Promise<{ sheets: ListedSheet[]; date1904: boolean }> {
  const sheets: ListedSheet[] = [];
  let date1904 = false;
  await readXml(pieces, {
    open(name, attributes) {
      if (name === "workbookPr") date1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
      if (name !== "sheet") return;
      if (sheets.length === MAX_SHEETS) throw damaged(say("a workbook of too many sheets"));
      const hidden = attributes.state === "hidden" || attributes.state === "veryHidden";
      sheets.push({ name: excerpt(attributes.name ?? ""), id: relationshipId(attributes), hidden });
    },
    text() {},
    close() {},
  });
  return { sheets, date1904 };
}

const MAX_SHEETS = 1000;

/** The prefix is the file's own choice: mostly `r:id`. */
function relationshipId(attributes: Record<string, string>): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(":id"));
  return (name && attributes[name]) ?? "";
}
