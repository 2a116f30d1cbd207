import { type DateOrders, dateOrderCollector } from "./date-order.ts";
import { type DecimalSigns, decimalSignCollector } from "./decimal-sign.ts";
import { FIELD_TYPES, type FieldType } from "./field.ts";
import { isDigit } from "./number.ts";
import { isRefusal, parserFor } from "./parse-value.ts";
import { phoneParser } from "./phone.ts";
import type { Reading } from "./reading.ts";
import { parseUrl } from "./url.ts";
import { parseYesNo } from "./yesno.ts";

export type InferredType = {
  /** What every value fits; text where nothing narrower does, and for an empty column. */
  type: FieldType;
  /** Values that are not empty and no error of a spreadsheet. */
  values: number;
  /** How many of them fit each type, with the column's own date order and decimal sign. */
  fits: Record<FieldType, number>;
  dateOrder: DateOrders;
  decimal: DecimalSigns;
  /** The distinct values as they are written, for a choice field; null where there are more than fifty. */
  options: string[] | null;
};

const MAX_OPTIONS = 50;
const MAX_OPTION_LENGTH = 200;

/** Tells what type a column can have: feed it every value. A choice is never inferred, only made possible. */
export function typeCollector(reading: Reading): { add(raw: string): void; result(): InferredType } {
  const readText = parserFor({ type: "text", options: [], required: false }, reading);
  const readPhone = phoneParser(reading.country);
  const orders = dateOrderCollector();
  const signs = decimalSignCollector();
  const options = new Set<string>();
  const fits = Object.fromEntries(FIELD_TYPES.map((type) => [type, 0])) as Record<FieldType, number>;
  let values = 0;
  let words = 0;
  let few = true;

  const addOption = (text: string) => {
    if (text.length > MAX_OPTION_LENGTH) few = false;
    else options.add(text);
    if (options.size > MAX_OPTIONS) few = false;
  };

  return {
    add(raw) {
      const text = readText(raw);
      if (text === null || (isRefusal(text) && text.reason === "error_value")) return;
      values++;
      if (isRefusal(text)) return;
      fits.text++;
      if (few) addOption(text);
      // One look at the characters spares most values most of the parsers.
      const shape = shapeOf(text);
      if (shape !== "digits" || text.length === 1) {
        if (!isRefusal(parseYesNo(text))) fits.yesno++;
        if (shape !== "digits") words++;
      }
      if (text.includes(".") && !isRefusal(parseUrl(text))) fits.url++;
      if (shape === "letters") return;
      orders.add(text);
      if (shape !== "digits") return;
      if (!isCode(text)) signs.add(text);
      if (mayBePhone(text, reading) && !isRefusal(readPhone(text))) fits.phone++;
    },

    result() {
      const dateOrder = orders.result();
      const decimal = signs.result();
      fits.date = Math.max(...Object.values(dateOrder.daysOnly));
      fits.datetime = Math.max(...Object.values(dateOrder.fits));
      fits.number = Math.max(...Object.values(decimal.fits));
      fits.choice = few ? fits.text : 0;
      const type = narrowest(fits, values, words);
      return { type, values, fits: { ...fits }, dateOrder, decimal, options: few ? [...options] : null };
    },
  };
}

/** From the narrowest type to the widest. A column of nothing but 0 and 1 counts something rather than answers. */
function narrowest(fits: Record<FieldType, number>, values: number, words: number): FieldType {
  if (values === 0) return "text";
  if (fits.yesno === values && words > 0) return "yesno";
  const narrow = (["number", "date", "datetime", "phone", "url"] as const).find((type) => fits[type] === values);
  return narrow ?? "text";
}

/** `digits` has at least one digit and no letter; `letters` has no digit. */
function shapeOf(text: string): "letters" | "digits" | "mixed" {
  let digits = false;
  let letters = false;
  for (let i = 0; i < text.length && !(digits && letters); i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) digits = true;
    else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) letters = true;
    // Letters beyond ASCII come before the signs, among which are the spaces and dashes of phones.
    else if (code > 0xa0 && code < 0x2000) letters = true;
  }
  if (!digits) return "letters";
  return letters ? "mixed" : "digits";
}

/** 00420, or a phone: as a number its zeros or its plus would be gone. */
function isCode(text: string): boolean {
  if (text.startsWith("0")) return isDigit(text.charCodeAt(1));
  return text.startsWith("+") && text.length >= 8;
}

function mayBePhone(text: string, reading: Reading): boolean {
  return text.length >= 5 && (reading.country !== undefined || text.includes("+"));
}
