import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { detectFormat } from "./detect-format.ts";
import type { Encoding } from "./format.ts";
import { ByteInspector, type Inspection } from "./inspect-bytes.ts";
import { faultOf, readWhole } from "./reading-for-tests.ts";
import { Utf8Check } from "./utf8-check.ts";

const TABLE = "email,name\njose@example.com,José Ñuñez €\n";
const READ = { header: ["email", "name"], rows: [{ line: 2, cells: ["jose@example.com", "José Ñuñez €"] }] };

describe("a file's encoding", () => {
  it.each<[string, string, boolean, Encoding]>([
    ["UTF-8", "utf-8", false, "utf-8"],
    ["UTF-8 with a byte order mark", "utf-8", true, "utf-8"],
    ["UTF-16LE with its mark, Excel's Unicode text", "utf-16le", true, "utf-16le"],
    ["UTF-16BE with its mark", "utf-16be", true, "utf-16be"],
    ["Windows-1252", "windows-1252", false, "windows-1252"],
  ])("is found and read: %s", async (_, name, addBOM, encoding) => {
    const bytes = iconv.encode(TABLE, name, { addBOM });
    expect(detect(bytes)).toEqual({ encoding, delimiter: ",", header: true });
    expect(await readWhole(bytes, { encoding })).toMatchObject(READ);
  });

  it("is not guessed for UTF-16 without its mark, but can be chosen", async () => {
    const bytes = iconv.encode(TABLE, "utf-16le", { addBOM: false });
    expect(detect(bytes)).toEqual({ code: "encoding", value: "utf-16" });
    expect(detect(iconv.encode(TABLE, "utf-16be", { addBOM: false }))).toEqual({ code: "encoding", value: "utf-16" });
    expect(await readWhole(bytes, { encoding: "utf-16le" })).toMatchObject(READ);
  });

  it.each<[Encoding, string]>([
    ["iso-8859-15", "iso-8859-15"],
    ["macintosh", "macroman"],
  ])("can be chosen: %s", async (encoding, name) => {
    expect(await readWhole(iconv.encode(TABLE.replace(" €", ""), name), { encoding })).toMatchObject({
      rows: [{ cells: ["jose@example.com", "José Ñuñez"] }],
    });
  });

  it("is one for the whole file: a byte far behind decides like one at the start", () => {
    const late = Buffer.concat([Buffer.from(`${"email,name\n".repeat(800_000)}Ana,Jos`), Buffer.from([0xe9, 0x0a])]);
    expect(detect(late)).toMatchObject({ encoding: "windows-1252" });
  });

  it("that the bytes do not fit ends the reading, and no U+FFFD is made up", async () => {
    const latin = iconv.encode(TABLE, "windows-1252");
    expect(await faultOf(readWhole(latin))).toEqual({ code: "encoding", value: "utf-8" });
    const odd = iconv.encode(TABLE, "utf-16le").subarray(0, -1);
    expect(await faultOf(readWhole(odd, { encoding: "utf-16le" }))).toEqual({ code: "encoding", value: "utf-16le" });
    const cutOff = Buffer.from("a\né").subarray(0, -1);
    expect(await faultOf(readWhole(cutOff))).toEqual({ code: "encoding", value: "utf-8" });
  });

  it("that its mark denies is a fault", () => {
    expect(detect(Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xe9, 0x0a]))).toEqual({ code: "encoding", value: "utf-8" });
  });

  it.each<Encoding>(["utf-8", "utf-16le", "utf-16be", "windows-1252"])(
    "A8: reads the same from chunks of one byte: %s",
    async (encoding) => {
      const bytes = iconv.encode(`${TABLE}x,"ñ\r\n""ü"""\n`, encoding, { addBOM: encoding.startsWith("utf") });
      expect(await readWhole(bytes, { encoding }, {}, 1)).toEqual(await readWhole(bytes, { encoding }));
    },
  );

  it("reads characters of four bytes in chunks of one byte", async () => {
    expect((await readWhole("a\n😀ñ€\n", {}, {}, 1)).rows).toEqual([{ line: 2, cells: ["😀ñ€"] }]);
  });
});

describe("text that was encoded twice", () => {
  it("is read as it is, and noticed", async () => {
    expect(inspect(Buffer.from("name\nJosÃ©\n")).mojibake).toBe(true);
    expect(inspect(Buffer.from("name\nJosé\n")).mojibake).toBe(false);
    expect((await readWhole("name\nJosÃ©\n")).rows).toEqual([{ line: 2, cells: ["JosÃ©"] }]);
  });

  it("is noticed where a file of UTF-8 has one byte of Windows-1252", () => {
    expect(inspect(Buffer.concat([Buffer.from("José,"), Buffer.from([0xe9])])).mojibake).toBe(true);
    expect(inspect(iconv.encode("José", "windows-1252")).mojibake).toBe(false);
  });

  it("is noticed wherever a chunk ends", () => {
    const bytes = Buffer.from("name\nJosÃ©\n");
    for (let size = 1; size < 8; size++) expect(inspect(bytes, size).mojibake).toBe(true);
  });
});

it("is UTF-8 or not, whatever the chunks, as the runtime says of the whole", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc.string({ unit: "binary", maxLength: 8 }).map((text) => new TextEncoder().encode(text)),
    fc
      .array(fc.constantFrom(0x41, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xed))
      .map((each) => Uint8Array.from(each)),
  );
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 5 }), (given, size) => {
      const check = new Utf8Check();
      let valid = true;
      for (let at = 0; at < given.length; at += size) valid &&= check.write(Buffer.from(given.subarray(at, at + size)));
      expect(valid && check.end()).toBe(decodes(given));
    }),
    { numRuns: 1000 },
  );
});

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function detect(bytes: Buffer) {
  return detectFormat(bytes.subarray(0, 256 * 1024), inspect(bytes));
}

function inspect(bytes: Buffer, chunkBytes = 64 * 1024): Inspection {
  const inspector = new ByteInspector();
  for (let at = 0; at < bytes.length; at += chunkBytes) inspector.write(bytes.subarray(at, at + chunkBytes));
  return inspector.end();
}
