import type { Translator } from "#components/words/translator.ts";
import { say } from "#lib/text/words.ts";

/** A reason's stable word as people say it. */
export const reasonTitle = (reason: string, t: Translator): string =>
  TITLES[reason] === undefined ? reason.replaceAll("_", " ") : t(TITLES[reason]);

/** What becomes of a row that goes in with this warning. */
export const warningLine = (reason: string): string => (AS_IT_STANDS.has(reason) ? LOOK_AT_IT : CELL_EMPTIED);

const LOOK_AT_IT = say("The row goes in as it stands: look at it");
const CELL_EMPTIED = say("The row goes in, the cell stays empty");

/** These say how a cell was read; of all others nothing was taken. */
const AS_IT_STANDS: ReadonlySet<string> = new Set([
  "stray_quote",
  "precision_lost",
  "first_of_several",
  "email_cleaned",
]);

const TITLES: Record<string, string | undefined> = {
  column_count: say("Too many or too few cells"),
  quote: say("A quote out of place"),
  stray_quote: say("A quote inside of a cell"),
  cell_too_long: say("A value that is too long"),
  control_char: say("A control character"),
  date_serial: say("A date that Excel itself cannot tell"),
  precision_lost: say("A number that Excel has rounded"),
  error_cell: say("An error of the spreadsheet"),
  error_value: say("An error of the spreadsheet"),
  required: say("Empty, but must not be"),
  required_column: say("New, and the file lacks a column that must not be empty"),
  too_long: say("A value that is too long"),
  number: say("Not a number"),
  number_scientific: say("A number that a spreadsheet has shortened"),
  number_range: say("A number with too many digits"),
  date: say("Not a date"),
  date_impossible: say("A day that no calendar has"),
  date_with_time: say("A date with a time"),
  datetime: say("Not a date and time"),
  yesno: say("Neither yes nor no"),
  choice: say("None of the field's options"),
  phone: say("Not a phone number"),
  phone_scientific: say("A phone that a spreadsheet has shortened"),
  phone_country: say("A phone without its country"),
  phone_several: say("Several phones in one cell"),
  phone_none: say("Words in place of a phone"),
  url: say("Not a web address"),
  email: say("Not an email address"),
  email_eai: say("An email with letters that mail servers refuse"),
  first_of_several: say("Several addresses in one cell"),
  email_cleaned: say("An address with something around it"),
  erased: say("A person who was erased"),
  corrected: say("Corrected by hand"),
  duplicate: say("The same contact again further down"),
};
