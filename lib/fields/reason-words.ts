import { type Words, words } from "#lib/text/words.ts";
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
export function reasonInWords(reason: RefusalReason, place: RefusalPlace = {}): Words {
  const { name, value } = place;
  const said = value === undefined ? words("The value") : words('"{value}"', { value: shortened(value) });
  const sentence = SENTENCES[reason](said, place);
  return name === undefined ? sentence : words("{name}: {sentence}", { name, sentence });
}

const SENTENCES: Record<RefusalReason, (value: Words, place: RefusalPlace) => Words> = {
  required: () => words("This field must not be empty. Give it a value."),
  control_char: (value) =>
    words("{value} holds a control character or half a character. Type the value anew.", { value }),
  too_long: (value) =>
    words("{value} is too long. Shorten it: a text may have 32,767 characters, a web address 2,048.", { value }),
  error_value: (value) =>
    words("{value} is an error of the spreadsheet. Mend the formula, or leave the cell empty.", { value }),
  number: (value, { reading }) =>
    words("{value} is not a number. Write digits only, such as {example}, without currency or %.", {
      value,
      example: reading?.decimal === "," ? "1234,56" : "1234.56",
    }),
  number_scientific: (value) =>
    words(
      "{value} was shortened by a spreadsheet and has lost digits. Show the column as a whole number and save the file again.",
      { value },
    ),
  number_range: (value) => words("{value} has too many digits. A number may have 1,000.", { value }),
  number_precision: (value) =>
    words("{value} is too large for a JSON number to be exact. Send it as a string.", { value }),
  date: (value, { reading }) =>
    words("{value} is not a date. Write {how}, with the year.", { value, how: how(reading) }),
  date_impossible: impossible,
  date_with_time: (value) =>
    words(
      "{value} has a time of day, and this field keeps dates only. Take the time away, or make the field a date and time.",
      { value },
    ),
  datetime: (value) => words("{value} is not a date and time. Write it like 2025-12-31 18:30.", { value }),
  yesno: (value) => words("{value} is neither yes nor no. Write yes or no.", { value }),
  choice: (value, { options }) =>
    words("{value} is none of the options. {choose}", { value, choose: chooseFrom(options) }),
  phone: (value) =>
    words("{value} is not a phone number. Write one whole number with its country code, such as +56 9 1234 5678.", {
      value,
    }),
  phone_scientific: (value) =>
    words(
      "{value} was shortened by a spreadsheet and has lost digits. Show the column as text and save the file again.",
      { value },
    ),
  phone_country: (value) =>
    words("{value} has no country code. Write + and the country code in front, or choose the country of the phones.", {
      value,
    }),
  phone_several: (value) => words("{value} holds more than one phone number. Keep one.", { value }),
  phone_none: (value) =>
    words("{value} holds no phone number. Write one with its country code, or leave it empty.", { value }),
  url: (value) => words("{value} is not a web address. Write it like https://example.com/page.", { value }),
  email: (value) => words("{value} is not an email address. Write one address, such as ana@example.com.", { value }),
  email_eai: (value) =>
    words("{value} has letters before the @ that most mail systems cannot send to. Use an address in plain letters.", {
      value,
    }),
  json_type: (value) =>
    words("{value} is of the wrong JSON type. Send text as a string, and yes/no as true or false.", { value }),
};

/** Named in the order that the file is read in: a date that fits no other is the usual mistake. */
function how(reading: RefusalPlace["reading"]): Words {
  if (reading?.dateOrder === "dmy") return words("it as day/month/year, such as 31/12/2025, or as 2025-12-31");
  if (reading?.dateOrder === "mdy") return words("it as month/day/year, such as 12/31/2025, or as 2025-12-31");
  return words("it like 2025-12-31");
}

function impossible(value: Words, { reading }: RefusalPlace): Words {
  switch (reading?.dateOrder) {
    case "dmy":
      return words(
        "{value} is no day of the calendar when it is read as day/month/year. Correct the day, the month or the year.",
        { value },
      );
    case "mdy":
      return words(
        "{value} is no day of the calendar when it is read as month/day/year. Correct the day, the month or the year.",
        { value },
      );
    default:
      return words("{value} is no day of the calendar. Correct the day, the month or the year.", { value });
  }
}

const SHOWN_OPTIONS = 8;

function chooseFrom(options: readonly string[] = []): Words {
  const shown = options.slice(0, SHOWN_OPTIONS).map(shortened).join(", ");
  if (options.length === 0) return words("Choose one of the field's options.");
  const more = options.length - SHOWN_OPTIONS;
  return more > 0
    ? words("Choose one of: {shown}, and {more, number} more.", { shown, more })
    : words("Choose one of: {shown}.", { shown });
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
