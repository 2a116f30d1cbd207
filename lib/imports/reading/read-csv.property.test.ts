import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { roll, type WrittenRecord, writeFile, writeRecord } from "./csv-writer-for-tests.ts";
import { DELIMITERS, type Delimiter, type Encoding } from "./format.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { readUtf8Csv } from "./read-csv.ts";
import { inChunks, readAll, readWhole, type WholeReading } from "./reading-for-tests.ts";

const RUNS = { numRuns: 200 };
const delimiterOf = fc.constantFrom(...DELIMITERS);
const encodingOf = fc.constantFrom<Encoding>("utf-8", "utf-16le", "utf-16be");
const chunkOf = fc.constantFrom(1, 2, 3, 5, 7, 16, 64, 1000);
const diceOf = fc.infiniteStream(fc.nat(99));

const STUMBLING = ['"', ",", ";", "\t", "|", "\n", "\r", "\r\n", " ", "a", "é", "€", "😀", "Ñ", "¿"];
const awkwardCell = fc.oneof(
  fc.array(fc.constantFrom(...STUMBLING), { maxLength: 6 }).map((parts) => parts.join("")),
  fc.string({ unit: "grapheme", maxLength: 8 }).map((text) => text.replace(/\p{Cc}/gu, "")),
);
const plainCell = fc.stringMatching(/^[a-zé€]{1,5}$/);

describe("a table that another program wrote", () => {
  const tableOf = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.tuple(fc.constant(headerOf(width)), fc.array(rowOf(awkwardCell, width, width), { maxLength: 12 })),
    );

  it("comes back cell by cell, whatever is quoted, however its lines end and wherever the chunks do", async () => {
    await fc.assert(
      fc.asyncProperty(
        tableOf,
        delimiterOf,
        encodingOf,
        chunkOf,
        diceOf,
        async ([header, table], delimiter, encoding, chunk, dice) => {
          const records = [header, ...table].map((cells) => writeRecord(cells, delimiter, dice));
          const { text, reading } = writeFile(records, dice);
          const bytes = iconv.encode(text, encoding, { addBOM: encoding !== "utf-8" || roll(dice, 2) === 0 });
          expect(await readWhole(bytes, { encoding, delimiter }, {}, chunk)).toEqual(reading);
          expect(await readUtf8(text, delimiter, chunk)).toEqual(reading);
        },
      ),
      RUNS,
    );
  });
});

describe("a file with broken rows among the good ones", () => {
  const fileOf = fc
    .tuple(fc.integer({ min: 2, max: 4 }), delimiterOf)
    .chain(([width, delimiter]) =>
      fc.tuple(fc.constant(width), fc.constant(delimiter), fc.array(recordOf(width, delimiter), { maxLength: 20 })),
    );

  function recordOf(width: number, delimiter: Delimiter): fc.Arbitrary<WrittenRecord> {
    const as = (outcome: WrittenRecord["outcome"]) => (cells: string[]) => ({
      text: cells.join(delimiter),
      outcome,
      cells,
    });
    const sound = rowOf(plainCell, width, width);
    return fc.oneof(
      sound.map(as("read")),
      rowOf(plainCell, 1, width - 1).map(as("rejected")),
      rowOf(plainCell, width + 1, width + 3).map(as("rejected")),
      sound.map((cells) => ({ ...as("read")(cells.with(-1, `${cells.at(-1)}"x`)), strayColumns: [width] })),
      sound.map((cells) => as("rejected")(cells.with(0, `"${cells[0]}" `))),
      fc.constantFrom(1, width, width + 2).map((cells) => as("blank")(Array.from({ length: cells }, () => ""))),
    );
  }

  it("has each of its records read, rejected or counted as blank once, on its own line", async () => {
    await fc.assert(
      fc.asyncProperty(fileOf, chunkOf, diceOf, async ([width, delimiter, records], chunk, dice) => {
        const { text, reading } = writeFile([writeRecord(headerOf(width), delimiter, dice), ...records], dice);
        expect(await readUtf8(text, delimiter, chunk)).toEqual(reading);
      }),
      RUNS,
    );
  });
});

describe("any text at all", () => {
  const textOf = fc
    .array(fc.constantFrom('"', '""', ",", "\n", "\r", "\r\n", "a", "b c", "é", "\0"), { maxLength: 60 })
    .map((parts) => parts.join(""));

  it("is read the same whatever the chunks, each row on a line of its own", async () => {
    await fc.assert(
      fc.asyncProperty(textOf, chunkOf, async (text, chunk) => {
        const whole = await outcomeOf(readUtf8(`h,i\n${text}`, ",", 1000));
        expect(await outcomeOf(readUtf8(`h,i\n${text}`, ",", chunk))).toEqual(whole);
        if ("fault" in whole) {
          expect(whole.fault).toMatchObject({ code: "unclosed_quote" });
          return;
        }
        const lines = whole.rows.map((row) => row.line);
        expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
        expect(lines.at(-1) ?? 2).toBeLessThanOrEqual(1 + text.split(/\r\n|\n|\r/).length);
        expect(whole.counts.read + whole.counts.rejected).toBe(lines.length);
      }),
      { numRuns: 600 },
    );
  });
});

function headerOf(width: number): string[] {
  return Array.from({ length: width }, (_, index) => `name ${index}`);
}

function rowOf(cell: fc.Arbitrary<string>, minLength: number, maxLength: number): fc.Arbitrary<string[]> {
  return fc.array(cell, { minLength, maxLength });
}

/** Pieces of a few bytes reach csv-parse as they are; `readCsv` would join them first. */
async function readUtf8(text: string, delimiter: Delimiter, pieceBytes: number): Promise<WholeReading> {
  const format = { encoding: "utf-8", delimiter, header: true } as const;
  return readAll(await readUtf8Csv(inChunks(Buffer.from(text), pieceBytes), format, DEFAULT_LIMITS));
}

async function outcomeOf(reading: Promise<WholeReading>): Promise<WholeReading | { fault: unknown }> {
  return reading.catch((error: { fault?: unknown }) => ({ fault: error.fault ?? error }));
}
