import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../limits.ts";
import { faultOf } from "../reading-for-tests.ts";
import { readXlsx } from "./read-xlsx.ts";
import { inMemory, largeWorkbook, readWhole, textRow, workbook, workbookEntries } from "./workbook-for-tests.ts";
import { DEFAULT_XLSX_LIMITS } from "./xlsx-limits.ts";
import { zipOf } from "./zip-for-tests.ts";

const HEADER = textRow(1, "email");
const DAMAGED = { code: "not_xlsx", value: "a damaged workbook" };
const ENDLESS = { code: "zip_bomb", limit: 1024 * 1024 };
const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";

function* repeated(before: string, piece: Buffer, times: number, after: string): Generator<Buffer> {
  yield Buffer.from(before);
  for (let at = 0; at < times; at++) yield piece;
  yield Buffer.from(after);
}

/** To pack so much takes seconds on a busy machine; to refuse it does not. */
const PACKING = { timeout: 120_000 };

const MIB_OF_A = Buffer.alloc(1024 * 1024, "a");

describe("a zip bomb", () => {
  it("E1: of one text of 600 MB in 0.6 MB is refused", PACKING, async () => {
    const before = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>`;
    const file = await largeWorkbook(
      SHEET,
      repeated(before, MIB_OF_A, 600, "</t></is></c></row></sheetData></worksheet>"),
    );
    expect(file.length).toBeLessThan(1_000_000);
    expect(await withinASecond(() => faultOf(readWhole(file)))).toMatchObject({ code: "zip_bomb" });
  });

  it("E2: of 300 MB of shared texts is refused", PACKING, async () => {
    const texts = Buffer.from(`<si><t>${"a".repeat(1000)}</t></si>`.repeat(1000));
    const file = await largeWorkbook(STRINGS, repeated("<sst>", texts, 300, "</sst>"), {
      rows: HEADER,
      sharedStrings: "",
    });
    expect(file.length).toBeLessThan(1_500_000);
    const fault = await withinASecond(() => faultOf(readWhole(file)));
    expect(fault).toEqual({ code: "zip_bomb", limit: DEFAULT_XLSX_LIMITS.maxRatio });
  });

  it("of shared texts that hardly pack is refused once they would fill the memory", async () => {
    const sharedStrings = Array.from({ length: 2000 }, (_, at) => `<si><t>text ${at * 7919}</t></si>`).join("");
    const file = workbook({ rows: HEADER, sharedStrings });
    const limits = { ...DEFAULT_XLSX_LIMITS, maxSharedStringBytes: 20_000 };
    expect(await faultOf(readWhole(file, {}, limits))).toEqual({ code: "zip_bomb", limit: 20_000 });
    expect((await readWhole(file)).header).toEqual(["email"]);
  });

  it("that unpacks to more in all than a workbook may is refused", async () => {
    const file = workbook({ rows: HEADER });
    const limits = { ...DEFAULT_XLSX_LIMITS, maxInflatedBytes: 600 };
    expect(await faultOf(readWhole(file, {}, limits))).toEqual({ code: "zip_bomb", limit: 600 });
  });
});

describe("a sheet", () => {
  it("E3: of more rows than the limit ends the reading at the first one too many", async () => {
    const rows = HEADER + [2, 3, 4, 5].map((line) => textRow(line, "a@example.com")).join("");
    expect((await readWhole(workbook({ rows }), { maxRows: 4 })).counts.read).toBe(4);
    const fault = await faultOf(readWhole(workbook({ rows }), { maxRows: 3 }));
    expect(fault).toEqual({ code: "too_many_rows", line: 5, limit: 3 });
  });

  it("E3: of more rows than Excel has ends the reading too", PACKING, async () => {
    const row = Buffer.from(`<row><c><v>1</v></c></row>`.repeat(1000));
    const file = await largeWorkbook(SHEET, repeated("<worksheet><sheetData>", row, 1100, "</sheetData></worksheet>"));
    const limits = { ...DEFAULT_XLSX_LIMITS, maxRatio: 2000 };
    const fault = await faultOf(readWhole(file, {}, limits));
    expect(fault).toEqual({ code: "too_many_rows", line: 1_048_577, limit: 1_048_576 });
  });

  it("E4: with an empty cell at XFD1048576 is read as two rows, of which nothing is made up", async () => {
    const rows = `${HEADER}${textRow(2, "ana@example.com")}<row r="1048576"><c r="XFD1048576" s="0"/></row>`;
    const reading = await readWhole(workbook({ rows, before: `<dimension ref="A1:XFD1048576"/>` }));
    expect(reading.rows).toEqual([{ line: 2, cells: ["ana@example.com"] }]);
    expect(reading.counts).toEqual({ read: 1, rejected: 0, blank: 1 });
  });

  it("with data at XFD1048576 is refused by its columns, or its row is where so many columns are allowed", async () => {
    const rows = `${HEADER}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`;
    const file = workbook({ rows, before: `<dimension ref="A1:XFD1048576"/>` });
    const fault = { code: "too_many_columns", line: 1_048_576, value: "16384", limit: 500 };
    expect(await faultOf(readWhole(file))).toEqual(fault);
    const { rows: read } = await readWhole(file, { maxColumns: 16_384 });
    expect(read).toMatchObject([{ line: 1_048_576, fault: { code: "column_count", expected: 1, found: 16_384 } }]);
  });

  it("whose header is wider than the limit is refused", async () => {
    const rows = textRow(1, ...Array.from({ length: 6 }, (_, at) => `c${at}`));
    expect((await readWhole(workbook({ rows }), { maxColumns: 6 })).header).toHaveLength(6);
    expect((await faultOf(readWhole(workbook({ rows }), { maxColumns: 5 }))).code).toBe("too_many_columns");
  });

  it("with a row of more text than a record may have is refused", async () => {
    const rows = HEADER + textRow(2, "x".repeat(600), "y".repeat(600));
    const fault = await faultOf(readWhole(workbook({ rows }), { maxRecordBytes: 1000 }));
    expect(fault).toEqual({ code: "record_too_long", line: 2, limit: 1000 });
    const bytes = workbook({ rows: HEADER + textRow(2, "ñ".repeat(500)) });
    expect((await readWhole(bytes, { maxRecordBytes: 1000 })).counts.read).toBe(1);
    expect((await faultOf(readWhole(bytes, { maxRecordBytes: 999 }))).code).toBe("record_too_long");
  });

  it("that has two values for one cell, rows out of order or cells that do not exist is a damaged one", async () => {
    for (const rows of [
      `${HEADER}<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>`,
      `${HEADER}<row r="2"/><row r="2"/>`,
      `<row r="0"/>`,
      `<row r="x"/>`,
      `<row r="1"><c r="XFE1"><v>1</v></c></row>`,
      `<row r="1"><c r="1"><v>1</v></c></row>`,
      `<row r="1"><c r="A"><v>1</v></c></row>`,
      `<row r="1"><c r=""><v>1</v></c></row>`,
    ]) {
      expect(await faultOf(readWhole(workbook({ rows })))).toEqual(DAMAGED);
    }
  });
});

describe("XML", () => {
  const withSheet = (xml: string | Buffer) =>
    zipOf(workbookEntries().map((entry) => (entry.name === SHEET ? { name: SHEET, data: xml } : entry)));

  it("E6: with a DOCTYPE is refused: neither a billion laughs nor a file of the server", async () => {
    for (const doctype of [
      `<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;">]>`,
      `<!DOCTYPE a SYSTEM "file:///etc/passwd">`,
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>`,
    ]) {
      const fault = await faultOf(readWhole(withSheet(`${doctype}<worksheet><sheetData>&x;</sheetData></worksheet>`)));
      expect(fault).toEqual({ code: "not_xlsx", value: "a workbook with a DOCTYPE" });
    }
  });

  it("that is broken, cut off, endlessly deep or not UTF-8 is refused", async () => {
    for (const xml of [
      "<worksheet><sheetData><row></sheetData></worksheet>",
      "<worksheet><sheetData>",
      "<worksheet>&x;</worksheet>",
      "",
      "not xml",
      "<a>".repeat(101),
      Buffer.from("<a>\xff</a>", "latin1"),
      Buffer.from("<a>\xc3", "latin1"),
    ]) {
      expect(await faultOf(readWhole(withSheet(xml)))).toEqual(DAMAGED);
    }
  });

  it("of one text without an end is refused although it does not pack, and so is a text of endless runs", async () => {
    const start = `<worksheet><sheetData><row r="1"><c t="inlineStr"><is>`;
    const end = "</is></c></row></sheetData></worksheet>";
    const long = zipOf([
      ...workbookEntries().filter(({ name }) => name !== SHEET),
      { name: SHEET, data: `${start}<t>${"x".repeat(3 * 1024 * 1024)}</t>${end}`, stored: true },
    ]);
    expect(await faultOf(readWhole(long))).toEqual(ENDLESS);
    const runs = zipOf([
      ...workbookEntries().filter(({ name }) => name !== SHEET),
      { name: SHEET, data: `${start}${`<r><t>${"x".repeat(1000)}</t></r>`.repeat(1100)}${end}`, stored: true },
    ]);
    expect(await faultOf(readWhole(runs))).toEqual(ENDLESS);
  });

  it("that says more styles or sheets than Excel has is refused", async () => {
    const formats = Array.from({ length: 70_001 }, () => 0);
    expect((await faultOf(readWhole(workbook({ formats })))).value).toBe("a workbook with too many styles");
    const sheets = Array.from({ length: 1001 }, (_, at) => ({ name: `s${at}`, state: "hidden" }));
    expect((await faultOf(readWhole(workbook({ sheets })))).value).toBe("a workbook of too many sheets");
  });
});

describe("a source that fails", () => {
  it("is no damaged workbook: its error goes through", async () => {
    const file = workbook({ rows: HEADER });
    for (const after of [0, 1]) {
      let reads = 0;
      const source = {
        size: file.length,
        read: async (offset: number, length: number) => {
          if (reads++ >= after) throw new Error("connection lost");
          return inMemory(file).read(offset, length);
        },
      };
      await expect(readXlsx(source, DEFAULT_LIMITS)).rejects.toThrow("connection lost");
    }
  });
});

/** Of the processor's time, for others may keep it busy meanwhile. */
async function withinASecond<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const before = process.cpuUsage();
  const answer = await work();
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(1000);
  return answer;
}
