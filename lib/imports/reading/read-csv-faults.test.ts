import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "./limits.ts";
import { readCsv } from "./read-csv.ts";
import { faultOf, readWhole } from "./reading-for-tests.ts";

describe("rows of another width than the header", () => {
  it("rejects short and long rows and reads the others", async () => {
    const { rows, counts } = await readWhole("a,b,c\n1,2,3\n1,2\n1,2,3,4\n4,5,6\n");
    expect(rows).toEqual([
      { line: 2, cells: ["1", "2", "3"] },
      { line: 3, fault: { code: "column_count", expected: 3, found: 2 }, raw: ["1", "2"] },
      { line: 4, fault: { code: "column_count", expected: 3, found: 4 }, raw: ["1", "2", "3", "4"] },
      { line: 5, cells: ["4", "5", "6"] },
    ]);
    expect(counts).toEqual({ read: 2, rejected: 2, blank: 0 });
  });

  it("accepts what is too much when it is empty", async () => {
    expect((await readWhole("a,b\n1,2,,,\n")).rows).toEqual([{ line: 2, cells: ["1", "2"] }]);
  });

  it("accepts a row that ends before columns without a name", async () => {
    const { header, rows } = await readWhole("a,b,,\n1,2\n3,4,5\n6\n");
    expect(header).toEqual(["a", "b", "column 3", "column 4"]);
    expect(rows).toEqual([
      { line: 2, cells: ["1", "2", "", ""] },
      { line: 3, cells: ["3", "4", "5", ""] },
      { line: 4, fault: { code: "column_count", expected: 4, found: 1 }, raw: ["6"] },
    ]);
  });
});

describe("a quote inside of a cell that is not quoted", () => {
  it.each([
    ['O"Brien,2', ['O"Brien', "2"], [1]],
    ['1, "2"', ["1", ' "2"'], [2]],
    ['5" pipe,a "b" c', ['5" pipe', 'a "b" c'], [1, 2]],
    ['x","y ""z"""', ['x"', 'y "z"'], [1]],
    ['x","p,\nq"', ['x"', "p,\nq"], [1]],
    ['x"",', ['x""', ""], [1]],
  ])("B11: is taken as it stands, with a warning, and the next rows are read: %j", async (line, cells, columns) => {
    const warnings = columns.map((column) => ({ code: "stray_quote", column, value: cells[column - 1] }));
    const { rows, counts } = await readWhole(`a,b\n1,2\n${line}\r\n3,4\n`);
    expect(rows).toEqual([
      { line: 2, cells: ["1", "2"] },
      { line: 3, cells, warnings },
      { line: 4 + (line.includes("\n") ? 1 : 0), cells: ["3", "4"] },
    ]);
    expect(counts).toEqual({ read: 3, rejected: 0, blank: 0 });
    expect((await readWhole(`a,b\n1,2\n${line}`)).rows[1]).toEqual(rows[1]);
  });

  it("rejects its row all the same when a cell goes on behind its closing quote, or never closes", async () => {
    for (const [line, column] of [
      ['O"Brien,"x"y', 2],
      ['O"Brien,"x', 1],
    ] as const) {
      const { rows } = await readWhole(`a,b\n${line}`);
      expect(rows).toEqual([{ line: 2, fault: { code: "quote", column }, raw: line.split(",") }]);
    }
  });

  it("waits for the end of a record that comes much later", async () => {
    const { rows } = await readWhole(`a,b\nx",${"y".repeat(30_000)}\r\n1,2\r\n`, {}, {}, 1000);
    expect(rows).toMatchObject([
      { line: 2, cells: ['x"', "y".repeat(30_000)] },
      { line: 3, cells: ["1", "2"] },
    ]);
  });

  it("may stand in thousands of rows of one piece", async () => {
    const { rows, counts } = await readWhole(`a,b\n${'x",1\n1,2\n'.repeat(2000)}`);
    expect(counts).toEqual({ read: 4000, rejected: 0, blank: 0 });
    expect(rows.map((row) => row.line)).toEqual(Array.from({ length: 4000 }, (_, index) => index + 2));
  });

  it("belongs to a column's name as well", async () => {
    expect((await readWhole('email,na"me\n1,2\n')).header).toEqual(["email", 'na"me']);
  });
});

describe("a quoted cell that goes on behind its quote", () => {
  it.each([
    ['"x"y,2', ['"x"y', "2"], 1],
    ['1,"x" ', ["1", '"x" '], 2],
  ])("B12: rejects the row %j, and the next ones are read", async (line, raw, column) => {
    const { rows, counts } = await readWhole(`a,b\n1,2\n${line}\n3,4\n5,6`);
    expect(rows).toEqual([
      { line: 2, cells: ["1", "2"] },
      { line: 3, fault: { code: "quote", column }, raw },
      { line: 4, cells: ["3", "4"] },
      { line: 5, cells: ["5", "6"] },
    ]);
    expect(counts).toEqual({ read: 3, rejected: 1, blank: 0 });
  });

  it("loses no row to a quote that was opened by mistake and met the next one lines later", async () => {
    const { rows } = await readWhole('a,b\n"1,2\n3,4\n5,6\n7,"8"\n9,10\n');
    expect(rows).toEqual([
      { line: 2, fault: { code: "quote", column: 1 }, raw: ['"1', "2"] },
      { line: 3, cells: ["3", "4"] },
      { line: 4, cells: ["5", "6"] },
      { line: 5, cells: ["7", "8"] },
      { line: 6, cells: ["9", "10"] },
    ]);
  });

  it("reads on after a broken last line, and after broken lines only", async () => {
    expect((await readWhole('a\n1\n"x"y')).rows.at(-1)).toEqual({
      line: 3,
      fault: { code: "quote", column: 1 },
      raw: ['"x"y'],
    });
    expect((await readWhole('a\n"x"y\r\n"x"y\r"x"y\n')).rows.map((row) => row.line)).toEqual([2, 3, 4]);
  });

  it("waits for the end of a broken line that comes much later", async () => {
    const { rows } = await readWhole(`a,b\n"x"y,${"y".repeat(200_000)}\r\n1,2\r\n`, {}, {}, 1000);
    expect(rows).toMatchObject([
      { line: 2, fault: { code: "quote" } },
      { line: 3, cells: ["1", "2"] },
    ]);
  });

  it("may stand in thousands of lines of one piece", async () => {
    const { rows, counts } = await readWhole(`a,b\n${'"x"y,1\n1,2\n'.repeat(2000)}`);
    expect(counts).toEqual({ read: 2000, rejected: 2000, blank: 0 });
    expect(rows.map((row) => row.line)).toEqual(Array.from({ length: 4000 }, (_, index) => index + 2));
  });

  it("refuses the file when the first row has one", async () => {
    expect(await faultOf(readWhole('email,"na"me\n1,2\n'))).toEqual({ code: "header_quote", line: 1, column: 2 });
  });
});

describe("records without an end", () => {
  const row = "ana@example.com,Ana\n";

  it("names the line of a quote that is never closed, once the record passes its limit", async () => {
    const file = `email,name\n${row.repeat(8)}leo@example.com,"Leo\n${row.repeat(100_000)}`;
    expect(await faultOf(readWhole(file))).toEqual({ code: "unclosed_quote", line: 10, column: 2, limit: 1024 * 1024 });
  });

  it("stops there and asks for no more of the file", async () => {
    let asked = 0;
    async function* endless() {
      yield Buffer.from('a,b\n"');
      while (true) {
        asked += row.length;
        yield Buffer.from(row);
      }
    }
    const format = { encoding: "utf-8", delimiter: ",", header: true } as const;
    const { batches } = await readCsv(endless(), format, { ...DEFAULT_LIMITS, maxRecordBytes: 100_000 });
    expect(await faultOf(batches.next())).toMatchObject({ code: "unclosed_quote", line: 2, column: 1 });
    expect(asked).toBeLessThan(200_000);
  });

  it("names it at the end of a short file too", async () => {
    expect(await faultOf(readWhole('a,b\n1,2\n"x\ny",3\n4,"\n\n5,6\n'))).toMatchObject({
      code: "unclosed_quote",
      line: 5,
      column: 2,
    });
  });

  it("counts the lines of the cells before it", async () => {
    expect(await faultOf(readWhole('a,b\n"1\r\n2\r\n3","open'))).toMatchObject({ line: 4, column: 2 });
  });

  it.each([
    ["letters", "x"],
    ["delimiters", ","],
    ["words in closed quotes", '"x",'],
    ["stray quotes", 'x"'],
  ])("ends at the limit for one long line of %s", async (_, unit) => {
    const line = unit.repeat(Math.ceil(300_000 / unit.length));
    expect(await faultOf(readWhole(`a\n1\n${line}`, {}, { maxRecordBytes: 100_000 }))).toEqual({
      code: "record_too_long",
      line: 3,
      limit: 100_000,
    });
  });

  it("takes a record of just the limit, and none of one byte more", async () => {
    const limits = { maxRecordBytes: 10 };
    expect((await readWhole("a,b\n123,45678\n1,2\n", {}, limits)).counts.read).toBe(2);
    expect(await faultOf(readWhole("a,b\n1234,45678\n1,2\n", {}, limits))).toMatchObject({ line: 2 });
  });
});

describe("limits", () => {
  it("refuses a header of more columns than may be", async () => {
    expect((await readWhole("a,b,c\n", {}, { maxColumns: 3 })).header).toHaveLength(3);
    expect(await faultOf(readWhole("a,b,c,d\n", {}, { maxColumns: 3 }))).toEqual({
      code: "too_many_columns",
      line: 1,
      limit: 3,
      value: "4",
    });
    const wide = Array.from({ length: 50_000 }, (_, index) => `c${index}`).join(",");
    expect(await faultOf(readWhole(wide))).toMatchObject({ code: "too_many_columns", value: "50000" });
  });

  it("counts read and rejected rows and rows of delimiters toward the limit, but no empty line", async () => {
    const limits = { maxRows: 4 };
    const four = 'a,b\n1,2\n3\n\n,\n"x"y,\n\n';
    expect((await readWhole(four, {}, limits)).counts).toEqual({ read: 1, rejected: 2, blank: 3 });
    expect(await faultOf(readWhole(`${four}5,6\n7,8\n`, {}, limits))).toEqual({
      code: "too_many_rows",
      line: 8,
      limit: 4,
    });
    expect(await faultOf(readWhole(`${four},\n`, {}, limits))).toMatchObject({ code: "too_many_rows", line: 8 });
    expect(await faultOf(readWhole(`${four}"y"z,\n`, {}, limits))).toMatchObject({ code: "too_many_rows", line: 8 });
  });

  it("rejects the row of a cell that is too long, and names the cell", async () => {
    const { rows } = await readWhole("a,b\n1,12345\n1,123456\nññññññ,1\n", {}, { maxCellChars: 5 });
    expect(rows).toEqual([
      { line: 2, cells: ["1", "12345"] },
      { line: 3, fault: { code: "cell_too_long", column: 2, limit: 5 }, raw: ["1", "123456"] },
      { line: 4, fault: { code: "cell_too_long", column: 1, limit: 5 }, raw: ["ññññññ", "1"] },
    ]);
  });
});

describe("control characters", () => {
  it.each(["\0", "\x01", "\x0B", "\x1B", "\x7F", "\x80", "\x85", "\x9F"])(
    "reject the row that holds %j",
    async (sign) => {
      const { rows } = await readWhole(`a,b\n1,2\n3,x${sign}y\n4,"${sign}"\n5,¡6 Ñ\tñ\n`);
      expect(rows).toEqual([
        { line: 2, cells: ["1", "2"] },
        { line: 3, fault: { code: "control_char", column: 2 }, raw: ["3", `x${sign}y`] },
        { line: 4, fault: { code: "control_char", column: 2 }, raw: ["4", sign] },
        { line: 5, cells: ["5", "¡6 Ñ\tñ"] },
      ]);
    },
  );

  it("are found in each chunk of the file", async () => {
    const text = `a,b\n${"1,2\n".repeat(30_000)}3,\x07\n${"1,2\n".repeat(30_000)}4,\x85\n5,6\n`;
    const { rows } = await readWhole(text);
    expect(rows.filter((row) => "fault" in row).map((row) => row.line)).toEqual([30_002, 60_003]);
  });
});
