import fc from "fast-check";
import { expect, it } from "vitest";
import { UnreadableFile } from "../file-fault.ts";
import { paged, type RandomAccess } from "./random-access.ts";
import { SharedStrings } from "./shared-strings.ts";
import { escapeXml, readWhole, textRow, workbook } from "./workbook-for-tests.ts";

const word = fc.string({ unit: fc.constantFrom(...("aZ09 ñé😀&<>\"'\n\t_x=+,;".match(/./gsu) ?? [])), maxLength: 12 });

it("any sheet of texts comes back exactly, shared or not, and each of its rows is accounted for once", async () => {
  const table = fc.array(fc.option(fc.array(word, { minLength: 3, maxLength: 3 }), { freq: 4 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(table, fc.boolean(), async (records, shared) => {
      const strings: string[] = [];
      const cell = (text: string) => `<c t="s"><v>${strings.push(`<si><t>${escapeXml(text)}</t></si>`) - 1}</v></c>`;
      const rowXml = (line: number, texts: string[]) =>
        shared ? `<row r="${line}">${texts.map(cell).join("")}</row>` : textRow(line, ...texts);
      const rows = records.map((texts, at) => (texts === null ? "" : rowXml(at + 2, texts))).join("");
      const file = workbook({ rows: textRow(1, "a", "b", "c") + rows, sharedStrings: strings.join("") });
      const expected = records
        .map((cells, at) => ({ line: at + 2, cells }))
        .filter(({ cells }) => cells?.some((text) => text.trim() !== ""));
      const reading = await readWhole(file);
      expect(reading.rows).toEqual(expected);
      expect(reading.counts.read + reading.counts.blank).toBe(records.filter((cells) => cells !== null).length);
    }),
    { numRuns: 200 },
  );
});

it("a workbook of which any byte changed is refused, or says the same as before", async () => {
  const formats = [14, "00000"];
  const sharedStrings = "<si><t>email</t></si><si><t>since</t></si><si><t>ana@example.com</t></si>";
  const cells = `<c r="A2" t="s"><v>2</v></c><c r="B2" s="0"><v>45000</v></c>`;
  const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2">${cells}</row>`;
  const whole = workbook({ rows, formats, sharedStrings });
  const { header, rows: expected } = await readWhole(whole);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const changed = Buffer.from(whole);
      changed.writeUInt8(whole.readUInt8(at) ^ change, at);
      try {
        const reading = await readWhole(changed);
        expect({ header: reading.header, rows: reading.rows }).toEqual({ header, rows: expected });
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
      }
    }),
    { numRuns: 400 },
  );
});

it("shared texts come back exactly, also where they cross from one page of memory into the next", () => {
  const strings = new SharedStrings(10_000_000);
  const texts = Array.from({ length: 3000 }, (_, at) => "ñ😀x".repeat(at % 150)).concat(
    "é".repeat(1_200_000),
    "",
    "end",
  );
  for (const text of texts) strings.add(text);
  for (const [at, text] of texts.entries()) expect(strings.get(at) === text).toBe(true);
});

it("a file that is read in pages is the same file", async () => {
  const bytes = Buffer.from(Uint32Array.from({ length: 400_000 }, (_, at) => at * 2_654_435_761).buffer);
  const source: RandomAccess = { size: bytes.length, read: async (at, length) => bytes.subarray(at, at + length) };
  const pages = paged(source);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length + 10), fc.nat(700_000), async (offset, length) => {
      expect((await pages.read(offset, length)).equals(bytes.subarray(offset, offset + length))).toBe(true);
    }),
    { numRuns: 200 },
  );
});
