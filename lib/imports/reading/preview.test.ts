import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "./limits.ts";
import { previewCsv } from "./preview.ts";
import { faultOf, readWhole } from "./reading-for-tests.ts";

const FORMAT = { encoding: "utf-8", delimiter: ",", header: true } as const;
const file = Buffer.from(`email,name\r\n${'a@x.org,"José\n""Pepe"""\r\nbroken"\r\n\r\n'.repeat(200)}`);

const preview = (head: Uint8Array, whole: boolean, count = 5, format = {}) =>
  previewCsv(head, whole, { ...FORMAT, ...format }, DEFAULT_LIMITS, count);

describe("a preview", () => {
  it("shows the first rows just as the import reads them", async () => {
    const { header, rows } = await readWhole(file);
    expect(await preview(file.subarray(0, 4000), false, 50)).toEqual({ header, rows: rows.slice(0, 50) });
  });

  it("leaves out what is cut off, wherever the head ends", async () => {
    const { rows } = await readWhole(file);
    for (let length = 100; length < 180; length++) {
      const shown = (await preview(file.subarray(0, length), false, 100)).rows;
      expect(shown).toEqual(rows.slice(0, shown.length));
      expect(shown.length).toBeGreaterThan(2);
    }
  });

  it("shows the last row of a file that it has whole", async () => {
    expect(await preview(Buffer.from("a\n1\n2"), true)).toEqual({
      header: ["a"],
      rows: [
        { line: 2, cells: ["1"] },
        { line: 3, cells: ["2"] },
      ],
    });
  });

  it("shows what another encoding would make of the file", async () => {
    const bytes = Buffer.from("a\nJos\xe9\n", "latin1");
    expect(await preview(bytes, true, 5, { encoding: "macintosh" })).toMatchObject({ rows: [{ cells: ["JosÈ"] }] });
    expect(await faultOf(preview(bytes, true))).toEqual({ code: "encoding", value: "utf-8" });
  });

  it("says why the file cannot be read", async () => {
    expect(await faultOf(preview(Buffer.from(""), true))).toEqual({ code: "empty" });
    expect(await faultOf(preview(Buffer.from('a,"b\n1,2\n3,4\n'), false))).toMatchObject({
      code: "unclosed_quote",
      line: 1,
    });
    expect(await faultOf(preview(Buffer.from("a,a\n1,2\n"), false))).toMatchObject({ code: "duplicate_header" });
  });
});
