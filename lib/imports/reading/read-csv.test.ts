import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "./limits.ts";
import { readCsv } from "./read-csv.ts";
import { faultOf, inChunks, readWhole } from "./reading-for-tests.ts";

describe("line ends and blank lines", () => {
  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR alone, as old Macs wrote it", "\r"],
  ])("reads lines that end in %s", async (_, end) => {
    const { header, rows } = await readWhole(
      ["email,name", "ana@example.com,Ana", "leo@example.com,Leo", ""].join(end),
    );
    expect(header).toEqual(["email", "name"]);
    expect(rows).toEqual([
      { line: 2, cells: ["ana@example.com", "Ana"] },
      { line: 3, cells: ["leo@example.com", "Leo"] },
    ]);
  });

  it("reads a file that mixes them", async () => {
    const { rows } = await readWhole("a,b\r\n1,2\n3,4\r5,6\r\n");
    expect(rows.map((row) => row.line)).toEqual([2, 3, 4]);
  });

  it("reads a last line that does not end", async () => {
    expect((await readWhole("a,b\n1,2")).rows).toEqual([{ line: 2, cells: ["1", "2"] }]);
  });

  it("skips and counts empty lines, rows of nothing but delimiters and lines of spaces", async () => {
    const { rows, counts } = await readWhole('a,b\n\n1,2\n,\n  \n,,,\n"",""\n3,4\n\n');
    expect(rows).toEqual([
      { line: 3, cells: ["1", "2"] },
      { line: 8, cells: ["3", "4"] },
    ]);
    expect(counts).toEqual({ read: 2, rejected: 0, blank: 6 });
  });

  it("finds the header below blank lines", async () => {
    expect(await readWhole("\n\r\n,,\na,b\n1,2\n")).toEqual({
      header: ["a", "b"],
      rows: [{ line: 5, cells: ["1", "2"] }],
      counts: { read: 1, rejected: 0, blank: 3 },
    });
  });

  it("names the line on which a row starts, whatever line ends its cells hold", async () => {
    const { rows } = await readWhole('a,b\r\n"x\r\ny\r\n",2\r\n"p\n\nq",4\r\n"r\rs",6\r\n7,8\r\n');
    expect(rows.map((row) => row.line)).toEqual([2, 5, 8, 10]);
  });
});

describe("files without rows", () => {
  it.each([
    ["has no bytes", ""],
    ["has only a byte order mark", "\uFEFF"],
    ["has only a line end", "\n"],
    ["has only a sep line", "sep=;\n"],
  ])("calls a file that %s empty", async (_, text) => {
    expect(await faultOf(readWhole(text))).toEqual({ code: "empty" });
  });

  it("reads a header alone as no rows", async () => {
    expect(await readWhole("email,name")).toEqual({
      header: ["email", "name"],
      rows: [],
      counts: { read: 0, rejected: 0, blank: 0 },
    });
  });
});

describe("delimiters", () => {
  it.each([[";"], ["\t"], ["|"]] as const)("cuts at %j and leaves commas alone", async (delimiter) => {
    const { rows } = await readWhole(`email${delimiter}score\nana@example.com${delimiter}7,5\n`, { delimiter });
    expect(rows).toEqual([{ line: 2, cells: ["ana@example.com", "7,5"] }]);
  });

  it.each(["sep=;\r\n", '"sep=;"\n', "SEP=;\n", "\uFEFFsep=;\n"])("skips the line %j", async (line) => {
    expect(await readWhole(`${line}a;b\n1;2\n`, { delimiter: ";" })).toMatchObject({
      header: ["a", "b"],
      rows: [{ line: 3, cells: ["1", "2"] }],
    });
  });

  it("skips the sep line even where a person chose another delimiter", async () => {
    expect((await readWhole("sep=;\na,b\n1,2\n")).header).toEqual(["a", "b"]);
  });

  it("keeps the cells of several values as they are", async () => {
    const { rows } = await readWhole('email,tags\na@x.org ::: b@y.org,"""VIP"",""Blog"""\n');
    expect(rows).toEqual([{ line: 2, cells: ["a@x.org ::: b@y.org", '"VIP","Blog"'] }]);
  });
});

describe("the header", () => {
  it("keeps names that mean something to JavaScript as plain names", async () => {
    const { header, rows } = await readWhole("__proto__,constructor,toString,email\n1,2,3,4\n");
    expect(header).toEqual(["__proto__", "constructor", "toString", "email"]);
    expect(rows).toEqual([{ line: 2, cells: ["1", "2", "3", "4"] }]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it("keeps names that mean something to a browser, a spreadsheet or a database as text", async () => {
    const names = ["<img src=x onerror=alert(1)>", "=HYPERLINK(1)", "x'; drop table", "line\nbreak", " E-Mail "];
    const { header } = await readWhole(`${names.map((name) => `"${name}"`).join(",")}\n`);
    expect(header).toEqual(names);
  });

  it("calls a column without a name by its number", async () => {
    const { header, rows } = await readWhole("email,,name\na@x.org,data,Ana\n");
    expect(header).toEqual(["email", "column 2", "name"]);
    expect(rows).toEqual([{ line: 2, cells: ["a@x.org", "data", "Ana"] }]);
  });

  it.each(["email,name,email", "email,name, email "])("refuses the two equal names in %j", async (line) => {
    expect(await faultOf(readWhole(`\n${line}\n1,2,3\n`))).toEqual({
      code: "duplicate_header",
      line: 2,
      column: 3,
      value: "email",
    });
  });

  it("refuses a name of 100 kB", async () => {
    expect(await faultOf(readWhole(`email,${"x".repeat(100_000)}\n1,2\n`))).toMatchObject({
      code: "header_too_long",
      line: 1,
      column: 2,
    });
  });

  it("refuses a name with a control character", async () => {
    expect(await faultOf(readWhole("email,na\0me\n1,2\n"))).toEqual({
      code: "header_control_char",
      line: 1,
      column: 2,
    });
  });

  it("numbers the columns of a file that has none", async () => {
    expect(await readWhole("a@x.org,Ana\nl@x.org,Leo,\nm@x.org\n", { header: false })).toEqual({
      header: ["column 1", "column 2"],
      rows: [
        { line: 1, cells: ["a@x.org", "Ana"] },
        { line: 2, cells: ["l@x.org", "Leo"] },
        { line: 3, fault: { code: "column_count", expected: 2, found: 1 }, raw: ["m@x.org"] },
      ],
      counts: { read: 2, rejected: 1, blank: 0 },
    });
  });
});

describe("batches", () => {
  it("hold a thousand rows at the most and are never empty", async () => {
    const file = Buffer.from(`a\n${"1\n".repeat(60_000)}`);
    const format = { encoding: "utf-8", delimiter: ",", header: true } as const;
    const { batches } = await readCsv(inChunks(file, 200_000), format, DEFAULT_LIMITS);
    let rows = 0;
    for await (const batch of batches) {
      expect(batch.length).toBeGreaterThan(0);
      expect(batch.length).toBeLessThanOrEqual(1000);
      rows += batch.length;
    }
    expect(rows).toBe(60_000);
  });

  it("close the file when the one who reads stops early", async () => {
    let closed = false;
    async function* file() {
      try {
        while (true) yield Buffer.from("a,b\n".repeat(5000));
      } finally {
        closed = true;
      }
    }
    const format = { encoding: "utf-8", delimiter: ",", header: false } as const;
    const { batches } = await readCsv(file(), format, DEFAULT_LIMITS);
    for await (const _batch of batches) break;
    expect(closed).toBe(true);
  });
});
