import { describe, expect, it } from "vitest";
import { inEnglish } from "#lib/text/in-english.ts";
import { fileFaultWords } from "../file-fault-words.ts";
import { faultOf } from "../reading-for-tests.ts";
import { kindOfZip } from "./kind-of-zip.ts";
import { readWhole, textRow, workbook } from "./workbook-for-tests.ts";
import { zipOf } from "./zip-for-tests.ts";

const named = (...names: string[]) => zipOf(names.map((name) => ({ name, data: "" })));

const FILES: [string, string, Buffer][] = [
  [".xlsm", "macros", workbook({ rows: textRow(1, "email"), more: [{ name: "xl/vbaProject.bin", data: "macro" }] })],
  [".xlsb", "binary", named("[Content_Types].xml", "xl/workbook.bin", "xl/worksheets/sheet1.bin")],
  [".ods", "OpenDocument", named("mimetype", "content.xml", "META-INF/manifest.xml")],
  ["Numbers", "Numbers", named("Index/Document.iwa", "Metadata/Properties.plist")],
  ["Numbers", "Numbers", named("Index.zip", "preview.jpg")],
  ["Word", "Word", named("[Content_Types].xml", "word/document.xml")],
  ["PowerPoint", "PowerPoint", named("[Content_Types].xml", "ppt/presentation.xml")],
  [".xls", "password", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
];

describe("a file that is no .xlsx", () => {
  it.each(FILES)("E13: but %s is refused, and told how to be saved (%s)", async (_, word, file) => {
    const fault = await faultOf(readWhole(file));
    expect(fault.code).toBe("unsupported_type");
    expect(inEnglish(fileFaultWords(fault))).toContain(word);
    expect(inEnglish(fileFaultWords(fault))).toMatch(/\.xlsx|Excel/);
    expect(inEnglish(fileFaultWords(fault))).toContain("CSV");
  });

  it("but a text, a picture or nothing at all is refused by its first bytes", async () => {
    expect(await faultOf(readWhole(Buffer.from("email\na@example.com")))).toEqual({ code: "not_xlsx" });
    expect(await faultOf(readWhole(Buffer.from([0xff, 0xd8, 0xff])))).toEqual({ code: "not_xlsx" });
    expect(await faultOf(readWhole(Buffer.alloc(0)))).toEqual({ code: "empty" });
    expect((await faultOf(readWhole(zipOf([])))).code).toBe("not_xlsx");
  });
});

describe("a workbook", () => {
  it("may call its parts as it likes", () => {
    expect(kindOfZip(["[Content_Types].xml", "_rels/.rels", "xl/workbook2.xml"])).toBe("workbook");
  });
});
