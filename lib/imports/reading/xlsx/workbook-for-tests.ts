import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { DEFAULT_LIMITS, type ReadLimits } from "../limits.ts";
import type { Row } from "../row.ts";
import type { RandomAccess } from "./random-access.ts";
import { readXlsx, type XlsxReading } from "./read-xlsx.ts";
import type { XlsxLimits } from "./xlsx-limits.ts";
import { type ZipEntry, zipOf } from "./zip-for-tests.ts";

/** What a workbook is made of; every part can be left out. XML is given as it stands between its parent's tags. */
export type WorkbookXml = {
  /** The rows of the first sheet. */
  rows?: string;
  /** Around `sheetData` of the first sheet. */
  before?: string;
  after?: string;
  sheets?: { name: string; state?: string; rows?: string }[];
  sharedStrings?: string;
  /** Format code of each cell style; a number is a built-in format. */
  formats?: (string | number)[];
  date1904?: boolean;
  /** Further files of the zip. */
  more?: ZipEntry[];
};

/** The files of a workbook as Excel lays them out. */
export function workbookEntries(xml: WorkbookXml = {}): ZipEntry[] {
  const { rows = "", before = "", after = "", sheets = [{ name: "Contacts" }], more = [] } = xml;
  const sheetXml = (inner: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${before}<sheetData>${inner}</sheetData>${after}</worksheet>`;
  const entries: ZipEntry[] = [
    { name: "[Content_Types].xml", data: "<Types/>" },
    { name: "_rels/.rels", data: relationships([["officeDocument", "xl/workbook.xml"]]) },
    { name: "xl/workbook.xml", data: workbookXml(sheets, xml.date1904 ?? false) },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: relationships([
        ...sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const),
        ...(xml.formats === undefined ? [] : [["styles", "styles.xml"] as const]),
        ...(xml.sharedStrings === undefined ? [] : [["sharedStrings", "sharedStrings.xml"] as const]),
      ]),
    },
    ...sheets.map((sheet, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      data: sheetXml(sheet.rows ?? (index === 0 ? rows : "")),
    })),
  ];
  if (xml.formats !== undefined) entries.push({ name: "xl/styles.xml", data: stylesXml(xml.formats) });
  if (xml.sharedStrings !== undefined) {
    entries.push({ name: "xl/sharedStrings.xml", data: `<sst xmlns="${MAIN}">${xml.sharedStrings}</sst>` });
  }
  return [...entries, ...more];
}

export function workbook(xml: WorkbookXml = {}): Buffer {
  return zipOf(workbookEntries(xml));
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function relationships(parts: (readonly [type: string, target: string])[]): string {
  const xml = parts.map(([type, target], index) => {
    return `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${xml.join("")}</Relationships>`;
}

function workbookXml(sheets: { name: string; state?: string }[], date1904: boolean): string {
  const list = sheets.map(({ name, state = "visible" }, index) => {
    return `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`;
  });
  const properties = `<workbookPr date1904="${date1904 ? 1 : 0}"/>`;
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${list.join("")}</sheets></workbook>`;
}

function stylesXml(formats: (string | number)[]): string {
  const own = formats.map((code, index) =>
    typeof code === "number" ? "" : `<numFmt numFmtId="${200 + index}" formatCode="${escapeXml(code)}"/>`,
  );
  const styles = formats.map((code, index) => `<xf numFmtId="${typeof code === "number" ? code : 200 + index}"/>`);
  const unused = `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>`;
  return `<styleSheet xmlns="${MAIN}"><numFmts>${own.join("")}</numFmts>${unused}<cellXfs>${styles.join("")}</cellXfs>${OTHERS}</styleSheet>`;
}

/** What conditional formats use: the same elements with the same numbers, and other codes. */
const OTHERS = `<dxfs><dxf><numFmt numFmtId="200" formatCode="[h]:mm"/></dxf></dxfs>`;

export function escapeXml(text: string): string {
  return text.replace(/[&<>"\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A row of texts, from column A on. */
export function textRow(line: number, ...texts: string[]): string {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`);
  return `<row r="${line}">${cells.join("")}</row>`;
}

/** A workbook with one large part, which is packed as it is made. */
export function largeWorkbook(part: string, pieces: Iterable<Buffer>, xml: WorkbookXml = {}): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, data } of workbookEntries(xml)) {
    if (name !== part) zip.addBuffer(Buffer.from(data), name);
  }
  zip.addReadStream(Readable.from(pieces), part);
  zip.end();
  return buffer(zip.outputStream);
}

export function inMemory(bytes: Buffer): RandomAccess {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

/** All of a workbook at once. */
export async function readWhole(
  file: Buffer,
  limits: Partial<ReadLimits> = {},
  xlsxLimits?: XlsxLimits,
): Promise<XlsxReading & { rows: Row[] }> {
  const reading = await readXlsx(inMemory(file), { ...DEFAULT_LIMITS, ...limits }, xlsxLimits);
  const rows: Row[] = [];
  for await (const batch of reading.batches) rows.push(...batch);
  return { ...reading, rows };
}
