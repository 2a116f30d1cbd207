import { clean } from "./clean.ts";
import { type DateOrders, dateOrderCollector } from "./date-order.ts";
import { type DecimalSigns, decimalSignCollector } from "./decimal-sign.ts";
import { FIELD_TYPES, type FieldType } from "./field.ts";
import { isDigit } from "./number.ts";
import { type CellParser, isRefusal, parserFor } from "./parse-value.ts";
import type { DateOrder, DecimalSign, Reading } from "./reading.ts";

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
  const column = parserFor({ type: "text", options: [], required: false }, reading);
  const simple = (["yesno", "phone", "url"] as const).map((type) => ({ type, parse: parse(type, reading) }));
  const numbers = ([".", ","] as const).map((decimal) => ({
    decimal,
    parse: parse("number", { ...reading, decimal }),
  }));
  const dates = (["dmy", "mdy", "ymd"] as const).map((dateOrder) => ({
    dateOrder,
    date: parse("date", { ...reading, dateOrder }),
    datetime: parse("datetime", { ...reading, dateOrder }),
  }));

  const fits: Record<FieldType, number> = zeroes(FIELD_TYPES);
  const numberFits = zeroes<DecimalSign>([".", ","]);
  const dateFits = zeroes<DateOrder>(["dmy", "mdy", "ymd"]);
  const datetimeFits = zeroes<DateOrder>(["dmy", "mdy", "ymd"]);
  const orders = dateOrderCollector();
  const signs = decimalSignCollector();
  const options = new Set<string>();
  let values = 0;
  let words = 0;
  let tooLongForOption = false;

  return {
    add(raw) {
      const text = clean(raw);
      if (text === "" || (text[0] === "#" && isRefusal(column(text)))) return;
      values++;
      if (typeof text !== "string" || isRefusal(column(text))) return;
      fits.text++;
      if (text.length > MAX_OPTION_LENGTH) tooLongForOption = true;
      else if (options.size <= MAX_OPTIONS) options.add(text);

      const shape = shapeOf(text);
      if (shape === "long") return;
      for (const { type, parse } of simple) {
        // Only digits make a phone, and it takes longest to say no.
        if (type === "phone" && shape !== "digits") continue;
        if (fitting(parse(text))) fits[type]++;
      }
      if (shape === "letters") {
        words++;
        return;
      }
      if (shape === "digits" && !isCode(text)) {
        signs.add(text);
        for (const { decimal, parse } of numbers) if (fitting(parse(text))) numberFits[decimal]++;
      }
      if (!mayBeDate(text)) return;
      orders.add(text);
      for (const { dateOrder, date, datetime } of dates) {
        if (fitting(date(text))) dateFits[dateOrder]++;
        if (fitting(datetime(text))) datetimeFits[dateOrder]++;
      }
    },

    result() {
      fits.number = Math.max(...Object.values(numberFits));
      fits.date = Math.max(...Object.values(dateFits));
      fits.datetime = Math.max(...Object.values(datetimeFits));
      const few = options.size <= MAX_OPTIONS && !tooLongForOption;
      fits.choice = few ? fits.text : 0;
      return {
        type: narrowest(fits, values, words),
        values,
        fits: { ...fits },
        dateOrder: orders.result(),
        decimal: signs.result(),
        options: few ? [...options] : null,
      };
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

function parse(type: FieldType, reading: Reading): CellParser {
  return parserFor({ type, options: [], required: false }, reading);
}

function fitting(value: ReturnType<CellParser>): boolean {
  return typeof value === "string";
}

function zeroes<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}

/** One look at the characters spares most values most of the parsers. */
function shapeOf(text: string): "letters" | "digits" | "mixed" | "long" {
  if (text.length > 2_048) return "long";
  let digits = false;
  let letters = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) digits = true;
    else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) letters = true;
    else if (code > 0x7f) letters ||= code < 0x2000;
  }
  if (!digits) return "letters";
  return letters ? "mixed" : "digits";
}

/** 00420, or a phone: as a number its zeros or its plus would be gone. */
function isCode(text: string): boolean {
  if (text.startsWith("0")) return text.length > 1 && isDigit(text.charCodeAt(1));
  return text.startsWith("+") && text.length >= 8;
}

/** The shortest date is 1/1/25. */
function mayBeDate(text: string): boolean {
  return text.length >= 6 && text.length <= 64 && /[-./ ]/.test(text);
}
