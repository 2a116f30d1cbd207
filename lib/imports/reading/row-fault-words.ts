import { excerpt } from "./file-fault.ts";
import type { RowFault } from "./row.ts";

export type RowFaultWords = {
  /** The column's name; null where the whole row is at fault. */
  column: string | null;
  /** Stable: it stands in logs, in the file of rejected rows and in the API. */
  reason: RowFault["code"];
  /** What is wrong and what to do, in whole sentences. */
  words: string;
};

export function rowFaultWords(fault: RowFault, header: readonly string[]): RowFaultWords {
  const column = "column" in fault ? (header[fault.column - 1] ?? `column ${fault.column}`) : null;
  return { column, reason: fault.code, words: sentence(fault) };
}

function sentence(fault: RowFault): string {
  switch (fault.code) {
    case "column_count":
      return fault.found > fault.expected
        ? `The row has ${cells(fault.found)}, and the file ${columns(fault.expected)}. Put a cell that holds the delimiter in quotes, or delete what is too much.`
        : `The row has ${cells(fault.found)}, and the file ${columns(fault.expected)}. Add the missing cells, empty ones too.`;
    case "quote":
      return "A quote stands where none may be. Put the whole cell in quotes and write each quote inside of it twice, or take it away.";
    case "cell_too_long":
      return `The cell is longer than ${fault.limit.toLocaleString("en-US")} characters. Shorten it.`;
    case "control_char":
      return "The cell holds a control character. Type the value anew.";
    case "date_serial":
      return `“${excerpt(fault.value)}” is no day of the calendar. Type the date anew.`;
  }
}

function cells(count: number): string {
  return count === 1 ? "1 cell" : `${count.toLocaleString("en-US")} cells`;
}

function columns(count: number): string {
  return count === 1 ? "1 column" : `${count.toLocaleString("en-US")} columns`;
}
