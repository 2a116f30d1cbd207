import { expect, it } from "vitest";
import { inEnglish } from "#lib/text/in-english.ts";
import type { RowFault } from "./row.ts";
import { rowFaultWords } from "./row-fault-words.ts";

it.each<[RowFault, string]>([
  [
    { code: "column_count", expected: 5, found: 3 },
    "The row has 3 cells, and the file 5 columns. Add the missing cells, empty ones too.",
  ],
  [
    { code: "column_count", expected: 1, found: 2 },
    "The row has 2 cells, and the file 1 column. Put a cell that holds the delimiter in quotes, or delete what is too much.",
  ],
  [
    { code: "quote", column: 2 },
    "A quote stands where none may be. Put the whole cell in quotes and write each quote inside of it twice, or take it away.",
  ],
  [{ code: "cell_too_long", column: 1, limit: 32_767 }, "The cell is longer than 32,767 characters. Shorten it."],
  [{ code: "control_char", column: 2 }, "The cell holds a control character. Type the value anew."],
  [{ code: "date_serial", column: 1, value: "60" }, "“60” is no day of the calendar. Type the date anew."],
])("says of %j why and what to do", (fault, sentence) => {
  expect(inEnglish(rowFaultWords(fault))).toBe(sentence);
});
