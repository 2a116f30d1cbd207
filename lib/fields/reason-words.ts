import type { Reading } from "./reading.ts";
import type { RefusalReason } from "./refusal.ts";

/** What is known of the place where a value was refused; all of it may be missing. */
export type RefusalPlace = {
  /** The field's name, or the column's in the file. */
  name?: string;
  /** What was written there. */
  value?: string;
  /** Of a choice field. */
  options?: readonly string[];
  reading?: Pick<Reading, "dateOrder" | "decimal">;
};

/** What, where and what to do, in whole sentences: `Birthday: "31/02/2025" is no day of the calendar. Correct it.` */
export function reasonInWords(reason: RefusalReason, place: RefusalPlace = {}): string {
  const { name, value } = place;
  const sentence = SENTENCES[reason](value === undefined ? "The value" : `"${shortened(value)}"`, place);
  return name === undefined ? sentence : `${name}: ${sentence}`;
}

const SENTENCES: Record<RefusalReason, (value: string, place: RefusalPlace) => string> = {
  required: () => "This field must not be empty. Give it a value.",
  control_char: (value) => `${value} holds a control character or half a character. Type the value anew.`,
  too_long: (value) => `${value} is too long. Shorten it: a text may have 32,767 characters, a web address 2,048.`,
  error_value: (value) => `${value} is an error of the spreadsheet. Mend the formula, or leave the cell empty.`,
  number: (value, { reading }) =>
    `${value} is not a number. Write digits only, such as ${reading?.decimal === "," ? "1234,56" : "1234.56"}, without currency or %.`,
  number_scientific: (value) =>
    `${value} was shortened by a spreadsheet and has lost digits. Show the column as a whole number and save the file again.`,
  number_range: (value) => `${value} has too many digits. A number may have 1,000.`,
  number_precision: (value) => `${value} is too large for a JSON number to be exact. Send it as a string.`,
  date: (value, { reading }) => `${value} is not a date. Write ${exampleDate(reading)}, with the year.`,
  date_impossible: (value, { reading }) =>
    `${value} is no day of the calendar${asRead(reading)}. Correct the day, the month or the year.`,
  date_with_time: (value) =>
    `${value} has a time of day, and this field keeps dates only. Take the time away, or make the field a date and time.`,
  datetime: (value) => `${value} is not a date and time. Write it like 2025-12-31 18:30.`,
  yesno: (value) => `${value} is neither yes nor no. Write yes or no.`,
  choice: (value, { options }) => `${value} is none of the options. ${chooseFrom(options)}`,
  phone: (value) =>
    `${value} is not a phone number. Write one whole number with its country code, such as +56 9 1234 5678.`,
  phone_scientific: (value) =>
    `${value} was shortened by a spreadsheet and has lost digits. Show the column as text and save the file again.`,
  phone_country: (value) =>
    `${value} has no country code. Write + and the country code in front, or choose the country of the phones.`,
  phone_several: (value) => `${value} holds more than one phone number. Keep one.`,
  phone_none: (value) => `${value} holds no phone number. Write one with its country code, or leave it empty.`,
  url: (value) => `${value} is not a web address. Write it like https://example.com/page.`,
  email: (value) => `${value} is not an email address. Write one address, such as ana@example.com.`,
  email_eai: (value) =>
    `${value} has letters before the @ that most mail systems cannot send to. Use an address in plain letters.`,
  json_type: (value) => `${value} is of the wrong JSON type. Send text as a string, and yes/no as true or false.`,
};

/** Named in the order that the file is read in: a date that fits no other is the usual mistake. */
function exampleDate(reading: RefusalPlace["reading"]): string {
  if (reading?.dateOrder === "dmy") return "it as day/month/year, such as 31/12/2025, or as 2025-12-31";
  if (reading?.dateOrder === "mdy") return "it as month/day/year, such as 12/31/2025, or as 2025-12-31";
  return "it like 2025-12-31";
}

function asRead(reading: RefusalPlace["reading"]): string {
  if (reading?.dateOrder === "dmy") return " when it is read as day/month/year";
  return reading?.dateOrder === "mdy" ? " when it is read as month/day/year" : "";
}

function chooseFrom(options: readonly string[] = []): string {
  if (options.length === 0) return "Choose one of the field's options.";
  const shown = options.slice(0, 8).map(shortened).join(", ");
  return `Choose one of: ${shown}${options.length > 8 ? `, and ${options.length - 8} more` : ""}.`;
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
