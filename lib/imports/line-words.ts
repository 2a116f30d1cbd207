import { type RefusalReason, reasonInWords } from "#lib/fields/parse-value.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { type Words, words } from "#lib/text/words.ts";
import { readingOf } from "./check/reading-of.ts";
import type { Import } from "./import.ts";
import type { ImportLine } from "./queries.ts";
import { DEFAULT_LIMITS } from "./reading/limits.ts";
import type { RowFault } from "./reading/row.ts";
import { rowFaultWords } from "./reading/row-fault-words.ts";

/** Why a row of the log did not go in as it was, and what to do: whole sentences. */
export function lineInWords(line: ImportLine, found: Import, profile: Profile | null): Words {
  if (line.outcome === "duplicate") {
    return words("The same contact comes again in line {line, number}; that line was used.", {
      line: line.keptLine ?? 0,
    });
  }
  if (line.reason === "corrected") return words("The row was corrected by hand.");
  const fault = asFault(line, found);
  if (fault) return rowFaultWords(fault);
  const other = OTHER_REASONS[line.reason];
  if (other) return words(other);
  const target = found.mapping?.[line.place - 1]?.target;
  const field = target?.kind === "field" ? profile?.fields.find(({ id }) => id === target.fieldId) : undefined;
  return reasonInWords(line.reason as RefusalReason, {
    value: line.value ?? undefined,
    options: field?.options,
    reading: readingOf(found.options),
  });
}

function asFault({ reason, place, value, cells }: ImportLine, { mapping }: Import): RowFault | null {
  switch (reason) {
    case "column_count":
      return { code: reason, expected: mapping?.length ?? 0, found: cells?.length ?? 0 };
    case "quote":
      return { code: reason, column: place };
    case "cell_too_long":
      return { code: reason, column: place, limit: DEFAULT_LIMITS.maxCellChars };
    case "date_serial":
      return { code: reason, column: place, value: value ?? "" };
    default:
      return null;
  }
}

const OTHER_REASONS: Record<string, string> = {
  required_column:
    "This contact would be new in the profile, and no column of the file goes to a field that must not be empty. Choose a column for it, or leave the row out.",
  first_of_several: "The cell holds several addresses. The first one is the contact's; the others were left out.",
  email_cleaned: "The address was taken out of what stands around it: a name, brackets, or “mailto:”.",
  stray_quote:
    "The cell is not in quotes and holds one. It was taken as it stands: look whether the row was cut where it should be.",
  erased: "This person was erased on request, and is not brought back by an import. Leave the row out.",
  precision_lost: "The workbook keeps only 15 digits of this number. Look whether the last ones are right.",
  error_cell: "The cell holds an error of the spreadsheet. It was left empty.",
};
