import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, it } from "vitest";
import { writeFile, writeRecord } from "./csv-writer-for-tests.ts";
import { detectFormat } from "./detect-format.ts";
import { DELIMITERS, type Encoding } from "./format.ts";
import { ByteInspector } from "./inspect-bytes.ts";

const words = fc.stringMatching(/^[a-zñé]{1,8}$/);
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((width) => fc.array(fc.array(words, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 }));

it("finds how a table of words was written, whatever is quoted and however its lines end", () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(...DELIMITERS),
      fc.constantFrom<Encoding>("utf-8", "utf-16le", "utf-16be"),
      fc.infiniteStream(fc.nat(99)),
      (rows, delimiter, encoding, dice) => {
        const { text } = writeFile(
          rows.map((cells) => writeRecord(cells, delimiter, dice)),
          dice,
        );
        const bytes = iconv.encode(text, encoding, { addBOM: encoding !== "utf-8" });
        const inspector = new ByteInspector();
        inspector.write(bytes);
        expect(detectFormat(bytes, inspector.end())).toEqual({ encoding, delimiter, header: true });
      },
    ),
    { numRuns: 300 },
  );
});
