import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../limits.ts";
import { faultOf } from "../reading-for-tests.ts";
import { readXlsx } from "./read-xlsx.ts";
import { inMemory, readWhole, textRow, workbook } from "./workbook-for-tests.ts";

const HEADER = textRow(1, "email", "name");

describe("the sheet that is read", () => {
  it("E12: is the first visible one, and the others are told", async () => {
    const file = workbook({
      sheets: [
        { name: "Old", state: "hidden", rows: textRow(1, "hidden") },
        { name: "Older", state: "veryHidden", rows: textRow(1, "hidden") },
        { name: "Clients", rows: HEADER + textRow(2, "ana@example.com", "Ana") },
        { name: "Notes", rows: textRow(1, "note") },
      ],
    });
    const { header, rows, sheet } = await readWhole(file);
    expect(header).toEqual(["email", "name"]);
    expect(rows).toEqual([{ line: 2, cells: ["ana@example.com", "Ana"] }]);
    expect(sheet).toEqual({ name: "Clients", headerLine: 1, otherSheets: ["Old", "Older", "Notes"] });
  });

  it("E12: has its header in its first row that is not empty", async () => {
    const { header, rows, sheet, counts } = await readWhole(
      workbook({ rows: `<row r="1"/>${textRow(3, "email")}${textRow(4, "ana@example.com")}` }),
    );
    expect({ header, line: sheet.headerLine }).toEqual({ header: ["email"], line: 3 });
    expect(rows).toEqual([{ line: 4, cells: ["ana@example.com"] }]);
    expect(counts).toEqual({ read: 1, rejected: 0, blank: 1 });
  });

  it("keeps sparse cells in their columns and counts blank rows, which have no line of their own in the data", async () => {
    const rows = `${textRow(1, "email", "name", "city")}<row r="5"><c r="C5" t="str"><v>Lima</v></c></row><row r="6"><c r="A6" s="0"/></row>`;
    const reading = await readWhole(workbook({ rows }));
    expect(reading.rows).toEqual([{ line: 5, cells: ["", "", "Lima"] }]);
    expect(reading.counts).toEqual({ read: 1, rejected: 0, blank: 1 });
  });

  it("E12: names a column without a name by its number, merged header cells too", async () => {
    const header = `<row r="1"><c r="B1" t="str"><v>name</v></c><c r="D1" t="str"><v>email</v></c></row>`;
    const reading = await readWhole(
      workbook({ rows: header, after: `<mergeCells><mergeCell ref="B1:C1"/></mergeCells>` }),
    );
    expect(reading.header).toEqual(["column 1", "name", "column 3", "email"]);
  });

  it("E12: reads hidden rows, and says how many they were", async () => {
    const hidden = textRow(2, "ana@example.com", "Ana").replace("<row", `<row hidden="1"`);
    const { rows, hiddenRows } = await readWhole(
      workbook({ rows: HEADER + hidden + textRow(3, "eva@example.com", "") }),
    );
    expect(rows.map(({ line }) => line)).toEqual([2, 3]);
    expect(hiddenRows()).toBe(1);
  });

  it("numbers rows and cells by their order where the file does not", async () => {
    const rows = HEADER.replace(/ r="1"/, "") + textRow(2, "ana@example.com", "Ana").replace(/ r="2"/, "");
    expect((await readWhole(workbook({ rows }))).rows).toEqual([{ line: 2, cells: ["ana@example.com", "Ana"] }]);
  });

  it("may use a prefix for its tags", async () => {
    const rows = `<x:row r="1"><x:c r="A1" t="str"><x:v>email</x:v></x:c></x:row>`;
    expect((await readWhole(workbook({ rows }))).header).toEqual(["email"]);
  });

  it("hands over what was read so far when nobody reads on", async () => {
    const rows = HEADER + Array.from({ length: 20_000 }, (_, at) => textRow(at + 2, `c${at}@example.com`, "")).join("");
    const reading = await readXlsx(inMemory(workbook({ rows })), DEFAULT_LIMITS);
    for await (const batch of reading.batches) {
      expect(batch[0]).toEqual({ line: 2, cells: ["c0@example.com", ""] });
      break;
    }
    expect(reading.counts.read).toBeLessThan(5000);
  });

  it("E14: treats a header called __proto__ as any other", async () => {
    const { header } = await readWhole(workbook({ rows: textRow(1, "__proto__", "constructor", "email") }));
    expect(header).toEqual(["__proto__", "constructor", "email"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("may have a header only", async () => {
    const { header, rows, counts } = await readWhole(workbook({ rows: HEADER }));
    expect({ header, rows, counts }).toEqual({
      header: ["email", "name"],
      rows: [],
      counts: { read: 0, rejected: 0, blank: 0 },
    });
  });

  it("is refused when it is empty, or names two columns the same", async () => {
    expect(await faultOf(readWhole(workbook()))).toEqual({ code: "empty" });
    const twice = workbook({ rows: textRow(1, "email", "email") });
    expect(await faultOf(readWhole(twice))).toMatchObject({ code: "duplicate_header", line: 1, column: 2 });
  });
});

describe("a row", () => {
  it("that is longer than the header is rejected, unless the rest is empty", async () => {
    const rows = HEADER + textRow(2, "a@example.com", "Ana", "", "x") + textRow(3, "b@example.com", "Eva", "", "");
    expect((await readWhole(workbook({ rows }))).rows).toEqual([
      { line: 2, fault: { code: "column_count", expected: 2, found: 4 }, raw: ["a@example.com", "Ana", "", "x"] },
      { line: 3, cells: ["b@example.com", "Eva"] },
    ]);
  });

  it("with a cell of 32,768 characters is rejected, of 32,767 it is read", async () => {
    const rows = HEADER + textRow(2, "x".repeat(32_767)) + textRow(3, "x".repeat(32_768));
    const reading = await readWhole(workbook({ rows }));
    expect(reading.rows[0]).toEqual({ line: 2, cells: ["x".repeat(32_767), ""] });
    expect(reading.rows[1]).toMatchObject({ line: 3, fault: { code: "cell_too_long", column: 1, limit: 32_767 } });
    expect(reading.counts).toEqual({ read: 1, rejected: 1, blank: 0 });
  });

  it("with an escaped NUL, or half a character, is rejected", async () => {
    const rows =
      HEADER + textRow(2, "a", "x_x0000_y") + textRow(3, "b_xD83D_") + textRow(4, "_xD83D__xDE00_ _x005F_x0041_");
    expect((await readWhole(workbook({ rows }))).rows).toMatchObject([
      { line: 2, fault: { code: "control_char", column: 2 } },
      { line: 3, fault: { code: "control_char", column: 1 } },
      { line: 4, cells: ["😀 _x0041_", ""] },
    ]);
  });
});

describe("a workbook of LibreOffice", () => {
  it("comes out as its sheet shows it", async () => {
    const file = await readFile(new URL("../../../../tests/fixtures/xlsx/libreoffice.xlsx", import.meta.url));
    const { header, rows, sheet, hiddenRows } = await readWhole(file);
    expect(header).toEqual(
      "Correo electrónico,Nombre,Teléfono,Nacimiento,Alta,Hora,Descuento,Saldo,Código postal,Saludo,Activo,Cálculo".split(
        ",",
      ),
    );
    expect(rows).toEqual([
      {
        line: 4,
        cells: [
          ...["jose.nunez@example.com", "José Ñúñez\nSegunda línea", "56912345678", "1984-02-29"],
          ...["2023-03-15 14:30:05", "08:05:00", "0.155", "1234.5", "00926", "Hola, José", "TRUE", "0.3"],
        ],
      },
      {
        line: 5,
        cells: ["lucía@example.com", "Lucía & Cía. 😀", "+51 987 654 321", ...Array(9).fill("")],
        warnings: [{ code: "error_cell", column: 12, value: "#DIV/0!" }],
      },
      {
        line: 9,
        cells: ["ana@example.com", "", "12345678901234600000", ...Array(9).fill("")],
        warnings: [{ code: "precision_lost", column: 3, value: "12345678901234600000" }],
      },
    ]);
    expect(sheet).toEqual({ name: "Suscriptores", headerLine: 3, otherSheets: ["Notas"] });
    expect(hiddenRows()).toBe(1);
  });
});
