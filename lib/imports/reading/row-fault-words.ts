import { type Words, words } from "#lib/text/words.ts";
import { excerpt } from "./file-fault.ts";
import type { RowFault } from "./row.ts";

/** What is wrong with a row and what to do, in whole sentences. */
export function rowFaultWords(fault: RowFault): Words {
  switch (fault.code) {
    case "column_count": {
      const { found, expected } = fault;
      return found > expected
        ? words(
            "The row has {found, plural, one {# cell} other {# cells}}, and the file {expected, plural, one {# column} other {# columns}}. Put a cell that holds the delimiter in quotes, or delete what is too much.",
            { found, expected },
          )
        : words(
            "The row has {found, plural, one {# cell} other {# cells}}, and the file {expected, plural, one {# column} other {# columns}}. Add the missing cells, empty ones too.",
            { found, expected },
          );
    }
    case "quote":
      return words(
        "A quote stands where none may be. Put the whole cell in quotes and write each quote inside of it twice, or take it away.",
      );
    case "cell_too_long":
      return words("The cell is longer than {limit, number} characters. Shorten it.", { limit: fault.limit });
    case "control_char":
      return words("The cell holds a control character. Type the value anew.");
    case "date_serial":
      return words("“{value}” is no day of the calendar. Type the date anew.", { value: excerpt(fault.value) });
    default:
      return fault satisfies never;
  }
}
