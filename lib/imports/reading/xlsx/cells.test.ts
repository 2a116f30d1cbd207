import { describe, expect, it } from "vitest";
import { faultOf } from "../reading-for-tests.ts";
import type { Row } from "../row.ts";
import { readWhole, type WorkbookXml, workbook } from "./workbook-for-tests.ts";

/** What one cell of a column `value` comes out as. */
async function cell(xml: string, more: WorkbookXml = {}): Promise<Row | undefined> {
  const rows = `<row r="1"><c r="A1" t="str"><v>key</v></c><c r="B1" t="str"><v>value</v></c></row>
    <row r="2"><c r="A2" t="str"><v>k</v></c>${xml}</row>`;
  const reading = await readWhole(workbook({ rows, ...more }));
  expect(reading.counts.read + reading.counts.rejected).toBe(1);
  return reading.rows[0];
}

const text = (value: string) => ({ line: 2, cells: ["k", value] });

describe("a cell with a text", () => {
  it("may share it with others, in runs of several fonts, and without its phonetic signs", async () => {
    const sharedStrings =
      "<si><t>first</t></si><si><r><rPr><b/></rPr><t>José </t></r><r><t>Ñuñez</t></r><rPh sb='0' eb='1'><t>ホセ</t></rPh></si>";
    expect(await cell(`<c r="B2" t="s"><v>1</v></c>`, { sharedStrings })).toEqual(text("José Ñuñez"));
    expect(await cell(`<c r="B2" t="s"><v>0</v></c>`, { sharedStrings })).toEqual(text("first"));
    expect(await cell(`<c r="B2" t="s"><v/></c>`, { sharedStrings })).toEqual(text(""));
  });

  it("that points at a text that is not there makes the file a damaged one", async () => {
    for (const index of ["2", "-1", "1.5", "x"]) {
      const file = cell(`<c r="B2" t="s"><v>${index}</v></c>`, { sharedStrings: "<si><t>a</t></si>" });
      expect(await faultOf(file)).toEqual({ code: "not_xlsx", value: "a damaged workbook" });
    }
  });

  it("may hold it itself, with its spaces, line ends, entities and CDATA", async () => {
    const inline = `<c r="B2" t="inlineStr"><is><t xml:space="preserve"> a &amp; b&#10;</t><r><t><![CDATA[<c>]]></t></r></is></c>`;
    expect(await cell(inline)).toEqual(text(" a & b\n<c>"));
  });

  it("keeps `True`, `Null` and formulas that are text as they are", async () => {
    for (const value of ["True", "Null", "=1+1", "+56 9 1234 5678", "00123", "1e5"]) {
      expect(await cell(`<c r="B2" t="inlineStr"><is><t>${value}</t></is></c>`)).toEqual(text(value));
    }
  });

  it("E11: is its text, not the link behind it", async () => {
    const after = `<hyperlinks><hyperlink ref="B2" display="other@example.com"/></hyperlinks>`;
    expect(await cell(`<c r="B2" t="inlineStr"><is><t>ana@example.com</t></is></c>`, { after })).toEqual(
      text("ana@example.com"),
    );
  });
});

describe("a cell with a number", () => {
  it("E7: comes out digit by digit", async () => {
    for (const raw of ["56912345678", "5.6912345678E10", "5.6912345678E+010", "56912345678.0"]) {
      expect(await cell(`<c r="B2"><v>${raw}</v></c>`)).toEqual(text("56912345678"));
    }
  });

  it("E8: of 20 digits warns that Excel has lost some of them", async () => {
    expect(await cell(`<c r="B2"><v>1.2345678901234567E19</v></c>`)).toEqual({
      ...text("12345678901234567000"),
      warnings: [{ code: "precision_lost", column: 2, value: "12345678901234567000" }],
    });
  });

  it("is plain as a percentage, as money and as a phone", async () => {
    const formats = ["0.0%", `[$S/-280A]\\ #,##0.00`, `"+"##\\ ###`, "@", 9, 49];
    for (const [style] of formats.entries()) {
      expect(await cell(`<c r="B2" s="${style}"><v>0.155</v></c>`, { formats })).toEqual(text("0.155"));
    }
  });

  it("keeps the zeros in front that its format shows", async () => {
    expect(await cell(`<c r="B2" s="0"><v>926</v></c>`, { formats: ["00000"] })).toEqual(text("00926"));
    expect(await cell(`<c r="B2" s="0"><v>-9.5</v></c>`, { formats: ["00000"] })).toEqual(text("-9.5"));
  });

  it("that is none stays as it is", async () => {
    for (const raw of ["NaN", "1,5", "0x10", "1E999999", "--1"]) {
      expect(await cell(`<c r="B2"><v>${raw}</v></c>`)).toEqual(text(raw));
    }
    expect(await cell(`<c r="B2" s="0"><v>soon</v></c>`, { formats: [14] })).toEqual(text("soon"));
  });
});

describe("a cell with a date", () => {
  it("E9: is the same day in both systems", async () => {
    expect(await cell(`<c r="B2" s="0"><v>45000</v></c>`, { formats: [14] })).toEqual(text("2023-03-15"));
    expect(await cell(`<c r="B2" s="0"><v>43538</v></c>`, { formats: [14], date1904: true })).toEqual(
      text("2023-03-15"),
    );
  });

  it("shows its time where the format does", async () => {
    const formats = ["dd/mm/yyyy hh:mm", 21, "[h]:mm", 22];
    expect(await cell(`<c r="B2" s="0"><v>45000.604224537</v></c>`, { formats })).toEqual(text("2023-03-15 14:30:05"));
    expect(await cell(`<c r="B2" s="1"><v>0.75</v></c>`, { formats })).toEqual(text("18:00:00"));
    expect(await cell(`<c r="B2" s="2"><v>1.125</v></c>`, { formats })).toEqual(text("27:00:00"));
    expect(await cell(`<c r="B2" s="3"><v>0.5</v></c>`, { formats })).toEqual(text("12:00:00"));
    expect(await cell(`<c r="B2" s="3"><v>45000</v></c>`, { formats })).toEqual(text("2023-03-15 00:00:00"));
  });

  it("E10: on a day that does not exist rejects its row", async () => {
    for (const serial of ["60", "60.5", "-1", "0", "2958466", "1E20"]) {
      expect(await cell(`<c r="B2" s="0"><v>${serial}</v></c>`, { formats: [14] })).toEqual({
        line: 2,
        fault: { code: "date_serial", column: 2, value: serial },
        raw: ["k", serial],
      });
    }
  });

  it("may be written out by a strict workbook", async () => {
    expect(await cell(`<c r="B2" t="d"><v>2023-03-15</v></c>`)).toEqual(text("2023-03-15"));
    expect(await cell(`<c r="B2" t="d"><v>2023-03-15T00:00:00Z</v></c>`)).toEqual(text("2023-03-15"));
    expect(await cell(`<c r="B2" t="d"><v>2023-03-15T14:30:05.000</v></c>`)).toEqual(text("2023-03-15 14:30:05"));
    expect(await cell(`<c r="B2" t="d"><v>P1Y</v></c>`)).toEqual(text("P1Y"));
  });
});

describe("a cell with a formula", () => {
  it("E11: comes out as its last result", async () => {
    expect(await cell(`<c r="B2" t="str"><f>A1&amp;"x"</f><v>José</v></c>`)).toEqual(text("José"));
    expect(await cell(`<c r="B2"><f>1+1</f><v>2</v></c>`)).toEqual(text("2"));
    expect(await cell(`<c r="B2" t="str"><f>""</f><v></v></c>`)).toEqual(text(""));
  });

  it("E11: that ended in an error, or was never worked out, is empty with a warning", async () => {
    const warned = (value: string) => ({ ...text(""), warnings: [{ code: "error_cell", column: 2, value }] });
    expect(await cell(`<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>`)).toEqual(warned("#DIV/0!"));
    expect(await cell(`<c r="B2"><f>A1</f></c>`)).toEqual(warned("a formula without a result"));
  });
});

describe("a cell with yes or no", () => {
  it("E11: comes out as Excel's own CSV has it", async () => {
    expect(await cell(`<c r="B2" t="b"><v>1</v></c>`)).toEqual(text("TRUE"));
    expect(await cell(`<c r="B2" t="b"><v>0</v></c>`)).toEqual(text("FALSE"));
    expect(await cell(`<c r="B2" t="b"><v>maybe</v></c>`)).toEqual(text("maybe"));
  });
});
