import compile from "icu-minify/compile";
import format from "icu-minify/format";
import type { Words, WordValues } from "./words.ts";

/* Apart from words.ts: the browser has no use for the compiler, and its code says texts too. */

/** As the API, files and logs have it: numbers and days as programs read them. */
export function inEnglish({ text, values }: Words): string {
  if (values === undefined) return text;
  const said = Object.entries(values).map(([name, value]) => [name, valueInEnglish(value)]);
  return String(format(compile(text), "en", Object.fromEntries(said), { formatters: FORMATTERS }));
}

function valueInEnglish(value: WordValues[string]): string | number {
  if (typeof value !== "object") return value;
  if ("text" in value) return inEnglish(value);
  if ("number" in value) return String(value.number);
  return "day" in value ? value.day : LIST.format(value);
}

const LIST = new Intl.ListFormat("en-GB");
const FORMATTERS = {
  getNumberFormat: (...given: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...given),
  getDateTimeFormat: (...given: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...given),
  getPluralRules: (...given: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...given),
};
