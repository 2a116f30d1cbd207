import { describe, expect, it } from "vitest";
import { faultOf } from "../reading-for-tests.ts";
import { readWhole, textRow, type WorkbookXml, workbook, workbookEntries } from "./workbook-for-tests.ts";
import { DEFAULT_XLSX_LIMITS } from "./xlsx-limits.ts";
import { type ZipEntry, zipOf } from "./zip-for-tests.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const ROWS: WorkbookXml = { rows: textRow(1, "email") + textRow(2, "ana@example.com") };
const DAMAGED = { code: "not_xlsx", value: "a damaged zip file" };

/** A workbook whose sheet differs from the usual one. */
function withSheet(change: Partial<ZipEntry>): Buffer {
  return zipOf(workbookEntries(ROWS).map((entry) => (entry.name === SHEET ? { ...entry, ...change } : entry)));
}

describe("a zip", () => {
  it("is read whether its parts are packed or stored", async () => {
    for (const stored of [true, false]) {
      const { rows } = await readWhole(withSheet({ stored }));
      expect(rows).toEqual([{ line: 2, cells: ["ana@example.com"] }]);
    }
  });

  it("E5: that says that it unpacks to less than it does is refused, and so is one that says more", async () => {
    expect((await faultOf(readWhole(withSheet({ claims: { bytes: 10 } })))).value).toBe(
      "a zip file that holds more than it says",
    );
    expect(await faultOf(readWhole(withSheet({ claims: { bytes: 1_000_000 } })))).toEqual(DAMAGED);
  });

  it("with a bit that flipped is refused, before the last row was believed", async () => {
    expect(await faultOf(readWhole(withSheet({ claims: { crc32: 1 } })))).toEqual(DAMAGED);
  });

  it("that is cut off anywhere is refused", async () => {
    const whole = workbook(ROWS);
    for (let bytes = 4; bytes < whole.length; bytes += 101) {
      expect(await faultOf(readWhole(whole.subarray(0, bytes)))).toEqual(DAMAGED);
    }
  });

  it("E5: whose parts overlap is refused", async () => {
    const value = "a zip file whose contents overlap";
    expect((await faultOf(readWhole(withSheet({ claims: { offset: 0 } })))).value).toBe(value);
    expect((await faultOf(readWhole(withSheet({ claims: { offset: 20 } })))).value).toBe(value);
  });

  it("whose list of contents points outside of the file is refused", async () => {
    expect(await faultOf(readWhole(withSheet({ claims: { offset: 0x7fffffff } })))).toEqual(DAMAGED);
  });

  it("E5: of 65,000 files is refused before one of them is looked at", async () => {
    const more = Array.from({ length: 3000 }, (_, at) => ({ name: `xl/media/${at}`, data: "" }));
    const fault = await faultOf(readWhole(workbook({ ...ROWS, more })));
    expect(fault.value).toBe("a zip file of too many files");
    const claimed = await faultOf(readWhole(zipOf(workbookEntries(ROWS), 65_000)));
    expect(claimed.value).toBe("a zip file of too many files");
  });

  it("with as many files as a real workbook of many sheets and charts is read", async () => {
    const more = Array.from({ length: 1900 }, (_, at) => ({ name: `xl/media/${at}.png`, data: "" }));
    expect((await readWhole(workbook({ ...ROWS, more }))).rows).toHaveLength(1);
    expect(DEFAULT_XLSX_LIMITS.maxEntries).toBeGreaterThan(1900);
  });

  it("E5: with a part behind a password is refused", async () => {
    expect((await faultOf(readWhole(withSheet({ encrypted: true })))).value).toBe("a zip file with a password");
  });

  it("packed in a way that is not known is refused", async () => {
    expect((await faultOf(readWhole(withSheet({ claims: { method: 14 } })))).value).toBe(
      "a zip file packed in an unusual way",
    );
  });

  it("E5: with a name that leads out of it is refused", async () => {
    for (const name of ["../../x", "/etc/passwd", "xl\\..\\x", "C:/x"]) {
      expect(await faultOf(readWhole(workbook({ ...ROWS, more: [{ name, data: "" }] })))).toEqual(DAMAGED);
    }
  });

  it("with two files of one name, in whatever case, is refused", async () => {
    const more = [{ name: SHEET.toUpperCase(), data: "<worksheet/>" }];
    expect((await faultOf(readWhole(workbook({ ...ROWS, more })))).value).toBe(
      "a zip file that holds two files of one name",
    );
  });

  it("opens only the parts that it needs: another that is broken does no harm", async () => {
    const more = [{ name: "xl/worksheets/sheet9.xml", data: "x", claims: { crc32: 1 } }];
    expect((await readWhole(workbook({ ...ROWS, more }))).rows).toHaveLength(1);
  });

  it("whose names have backslashes, as some programs write them, is read", async () => {
    const entries = workbookEntries(ROWS).map((entry) => ({ ...entry, name: entry.name.replaceAll("/", "\\") }));
    expect((await readWhole(zipOf(entries))).rows).toHaveLength(1);
  });

  it("E5: around a workbook is no workbook", async () => {
    const fault = await faultOf(readWhole(zipOf([{ name: "contacts.xlsx", data: workbook(ROWS) }])));
    expect(fault).toEqual({ code: "not_xlsx", value: "a zip file without a workbook" });
  });
});

describe("a workbook that lacks a part", () => {
  it("without which it cannot be read is a damaged one", async () => {
    const full = workbookEntries({ ...ROWS, formats: [14], sharedStrings: "<si><t>x</t></si>" });
    for (const missing of [SHEET, "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml"]) {
      const file = zipOf(full.filter(({ name }) => name !== missing));
      expect((await faultOf(readWhole(file))).code).toBe("not_xlsx");
    }
    const none = zipOf(
      workbookEntries(ROWS).map((e) => (e.name === "xl/workbook.xml" ? { ...e, name: "xl/x.xml" } : e)),
    );
    expect(await faultOf(readWhole(none))).toEqual({ code: "not_xlsx", value: "a damaged workbook" });
  });

  it("but can do without styles, shared texts and the package's own relationships", async () => {
    const file = zipOf(workbookEntries(ROWS).filter(({ name }) => name !== "_rels/.rels"));
    expect((await readWhole(file)).rows).toHaveLength(1);
  });

  it("or shows none of its sheets has nothing to read", async () => {
    const fault = await faultOf(readWhole(workbook({ ...ROWS, sheets: [{ name: "Secret", state: "hidden" }] })));
    expect(fault.value).toBe("a workbook without a visible sheet");
  });
});
