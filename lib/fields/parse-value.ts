import type { CountryCode } from "libphonenumber-js";
import { choiceParser } from "./choice.ts";
import { clean } from "./clean.ts";
import { dateParser } from "./date.ts";
import { datetimeParser } from "./datetime.ts";
import type { Field, FieldType } from "./field.ts";
import { numberParser } from "./number.ts";
import { phoneParser } from "./phone.ts";
import type { Reading } from "./reading.ts";
import { leaveEmpty, type Refusal, reject, type ValueParser } from "./refusal.ts";
import { parseText } from "./text.ts";
import { parseUrl } from "./url.ts";
import { parseYesNo } from "./yesno.ts";

export { emailKey } from "./email.ts";
export { type RefusalPlace, reasonInWords } from "./reason-words.ts";
export { isRefusal, type Refusal, type RefusalReason } from "./refusal.ts";

/** A cell as it was written → Postgres' input text for the field's column, null for empty, or why it is refused. */
export type CellParser = (raw: string) => string | null | Refusal;

/** The type of a field's column: it takes whatever the field's parser gives. */
export const COLUMN_TYPE = {
  text: "text",
  number: "numeric",
  date: "date",
  datetime: "timestamptz",
  yesno: "boolean",
  choice: "text",
  phone: "text",
  url: "text",
} as const satisfies Record<FieldType, string>;

const REQUIRED = reject("required");

/**
 * The parser of one column, for forms, imports and the API alike. Make it once and call it for each cell:
 * it costs some 50 ns, keeps nothing, and must not be shared between threads.
 */
export function parserFor(field: Pick<Field, "type" | "options" | "required">, reading: Reading): CellParser {
  const parse = valueParser(field, reading);
  const { required } = field;

  return (raw) => {
    const text = clean(raw);
    if (typeof text !== "string") return text;
    if (text === "") return required ? REQUIRED : null;
    const value = isSpreadsheetError(text) ? ERROR_VALUE : parse(text);
    if (typeof value === "string") return value;
    // Where empty is not allowed, a warning that leaves it empty is not enough.
    return required && value.keep ? reject(value.reason) : value;
  };
}

function valueParser(field: Pick<Field, "type" | "options">, reading: Reading): ValueParser {
  switch (field.type) {
    case "text":
      return parseText;
    case "number":
      return numberParser(reading.decimal);
    case "date":
      return dateParser(reading.dateOrder);
    case "datetime":
      return datetimeParser(reading);
    case "yesno":
      return parseYesNo;
    case "choice":
      return choiceParser(field.options);
    case "phone":
      return phoneParser(reading.country);
    case "url":
      return parseUrl;
    default:
      return field.type satisfies never;
  }
}

const ERROR_VALUE = leaveEmpty("error_value");

/** English Excel, and what Spanish and Portuguese ones write instead. */
const SPREADSHEET_ERRORS = new Set(
  (
    "#N/A #REF! #VALUE! #NAME? #DIV/0! #NULL! #NUM! #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT! #BUSY! #UNKNOWN! #GETTING_DATA " +
    "#N/D #¡REF! #¡VALOR! #¿NOMBRE? #¡DIV/0! #¡NULO! #¡NUM! #¡DESBORDAMIENTO! #VALOR! #NOME? #NULO! #NÚM!"
  ).split(" "),
);

/** What a broken formula leaves in its cell. */
function isSpreadsheetError(text: string): boolean {
  return text.charCodeAt(0) === 0x23 && text.length <= 20 && SPREADSHEET_ERRORS.has(text);
}

/**
 * The reader of a mobile that is a contact's key → E.164. As a key it is never empty: every refusal rejects the row.
 */
export function mobileKeyParser(country?: CountryCode): (raw: string) => string | Refusal {
  const parse = phoneParser(country);
  return (raw) => {
    const text = clean(raw);
    if (typeof text !== "string") return text;
    if (text === "") return REQUIRED;
    const value = isSpreadsheetError(text) ? ERROR_VALUE : parse(text);
    return typeof value === "string" || !value.keep ? value : reject(value.reason);
  };
}

const mobileParsers = new Map<CountryCode | undefined, (raw: string) => string | Refusal>();

/** `mobileKeyParser` for a single value. */
export function mobileKey(raw: string, country?: CountryCode): string | Refusal {
  const parse = mobileParsers.get(country) ?? mobileKeyParser(country);
  mobileParsers.set(country, parse);
  return parse(raw);
}
