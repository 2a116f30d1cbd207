import { UnreadableFile } from "../file-fault.ts";
import { fileKind, XLS_WORDS } from "../file-kind.ts";
import type { ReadLimits } from "../limits.ts";
import type { Reading, ReadNotice, Row } from "../row.ts";
import { type Archive, openArchive } from "./archive.ts";
import type { CellContext } from "./cell-text.ts";
import { damaged } from "./damaged.ts";
import { assertWorkbook, kindOfZip } from "./kind-of-zip.ts";
import type { RandomAccess } from "./random-access.ts";
import { readSharedStrings, SharedStrings } from "./shared-strings.ts";
import { SheetReader } from "./sheet-reader.ts";
import { SheetRows } from "./sheet-rows.ts";
import { readStyles } from "./styles.ts";
import { readWorkbook, type Workbook } from "./workbook.ts";
import { DEFAULT_XLSX_LIMITS, type XlsxLimits } from "./xlsx-limits.ts";
import { XmlReader } from "./xml-reader.ts";

/** A workbook's reading, with what a person should be told of the choice that was made. */
export type XlsxReading = Reading & {
  sheet: { name: string; headerLine: number; otherSheets: string[] };
  /** Rows handed over that the sheet hides (a filter, for example). Grows while the batches are read. */
  hiddenRows(): number;
};

/**
 * Reads the first visible sheet of a workbook; its first row that is not empty is the header, and a column is named by
 * its top left cell where header cells are merged. Dates come as `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`, formulas as
 * their last result. Only the texts that cells share are held in memory. Throws `UnreadableFile`, here or while the
 * batches are read, and whatever the source throws. To stop early, end the loop over the batches.
 */
export async function readXlsx(
  source: RandomAccess,
  limits: ReadLimits,
  xlsxLimits: XlsxLimits = DEFAULT_XLSX_LIMITS,
): Promise<XlsxReading> {
  await assertZip(source);
  const archive = await openArchive(source, xlsxLimits);
  assertWorkbook(kindOfZip(archive.names));
  const workbook = await readWorkbook(archive);
  const context = await readContext(archive, workbook, xlsxLimits);
  const rows = new SheetRows(limits);
  const batches = batchesOf(openPart(archive, workbook.sheet.part), new SheetReader(context, limits), rows);
  await batches.next();
  if (rows.header === undefined) throw new UnreadableFile({ code: "empty" });
  return {
    header: rows.header.names,
    batches,
    counts: rows.counts,
    sheet: { name: workbook.sheet.name, headerLine: rows.header.line, otherSheets: workbook.otherSheets },
    hiddenRows: () => rows.hidden,
    notices: () => noticesOf(workbook.otherSheets, rows.hidden),
  };
}

function noticesOf(otherSheets: string[], hidden: number): ReadNotice[] {
  return [
    ...(otherSheets.length > 0 ? [{ code: "other_sheets" as const, value: otherSheets.join(", ") }] : []),
    ...(hidden > 0 ? [{ code: "hidden_rows" as const, value: String(hidden) }] : []),
  ];
}

async function assertZip(source: RandomAccess): Promise<void> {
  if (source.size === 0) throw new UnreadableFile({ code: "empty" });
  const kind = fileKind(await source.read(0, Math.min(512, source.size)));
  if (kind === "xls") throw new UnreadableFile({ code: "unsupported_type", value: XLS_WORDS });
  if (kind !== "zip") throw new UnreadableFile({ code: "not_xlsx" });
}

async function readContext(archive: Archive, workbook: Workbook, limits: XlsxLimits): Promise<CellContext> {
  const { styles, sharedStrings, date1904 } = workbook;
  return {
    styles: styles === undefined ? [] : await readStyles(openPart(archive, styles)),
    strings:
      sharedStrings === undefined
        ? new SharedStrings(0)
        : await readSharedStrings(openPart(archive, sharedStrings), limits.maxSharedStringBytes),
    date1904,
  };
}

/** A part that the workbook names has to be there: without its styles, say, its dates would come out as numbers. */
function openPart(archive: Archive, name: string): AsyncGenerator<Buffer> {
  const pieces = archive.open(name);
  if (pieces === undefined) throw damaged();
  return pieces;
}

/** The first batch is empty: it says that the header is known. */
async function* batchesOf(
  pieces: AsyncIterable<Buffer>,
  reader: SheetReader,
  rows: SheetRows,
): AsyncGenerator<Row[], void, undefined> {
  const xml = new XmlReader(reader);
  let announced = false;
  let batch: Row[] = [];
  for await (const piece of pieces) {
    xml.write(piece);
    for (const sheetRow of reader.take()) {
      const row = rows.add(sheetRow);
      if (row !== undefined) batch.push(row);
    }
    if (!announced && rows.header !== undefined) {
      announced = true;
      yield [];
    }
    if (batch.length < ENOUGH_ROWS) continue;
    yield batch;
    batch = [];
  }
  xml.end();
  if (batch.length > 0) yield batch;
}

/** A piece of 64 KiB holds about a hundred rows more. */
const ENOUGH_ROWS = 900;
