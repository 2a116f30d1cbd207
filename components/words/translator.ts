import format, { type CompiledMessage, type FormatValues } from "icu-minify/format";
import { createElement, Fragment, type ReactNode } from "react";
import {
  type DateTimeStyle,
  formatBytes,
  formatCompact,
  formatDateTime,
  formatDuration,
  formatNumber,
  formatShare,
} from "#components/format.ts";
import type { Language, Locale } from "./locales.ts";

/** What stands in a sentence: `{name}`. Numbers get the language's separators; write them `{count, number}` or in a plural. */
export type WordValues = Record<string, string | number>;
/** The same, with parts that are drawn: `<link>words</link>` as a function of its words. */
export type RichValues = Record<string, string | number | ((words: ReactNode) => ReactNode)>;

/** A sentence with its values, some of which may be sentences or lists themselves, or numbers and days (`YYYY-MM-DD`) to be written. */
export type Said = {
  readonly text: string;
  readonly values?: Readonly<Record<string, SaidValue>>;
};
type SaidValue = string | number | Said | { readonly number: number } | { readonly day: string } | readonly string[];

/**
 * Says an English sentence (ICU MessageFormat) in the person's language.
 *
 *     const t = useWords();               // in any component; `await getWords()` in an async one
 *     t("List Contacts")
 *     t("{count, plural, one {# contact} other {# contacts}}", { count })
 *     t.rich("See <link>the log</link>.", { link: (words) => <a href="/logs">{words}</a> })
 *
 * The sentence is written there where it is said, whole and as a literal: `npm run words` finds it by that, and
 * components/words/messages has its translations.
 */
export type Translator = {
  (text: string, values?: WordValues): string;
  /** Of what `lib/` says: `words(…)` of lib/text/words.ts. */
  words(said: Said): string;
  /** `A, B and C`. */
  list(parts: readonly string[]): string;
  rich(text: string, values: RichValues): ReactNode;
  /** See components/format.ts. */
  number(value: number | bigint): string;
  /** `12K`: where there is no room for more. */
  compact(value: number): string;
  share(part: number, total: number): string;
  bytes(bytes: number): string;
  duration(seconds: number): string;
  dateTime(value: Date, timeZone: string, style?: DateTimeStyle): string;
  readonly locale: Locale;
  readonly tag: string;
};

/** `compiled`: the sentence in the language, ready to be formatted. */
export function makeTranslator({ locale, tag }: Language, compiled: (text: string) => CompiledMessage): Translator {
  const say = (text: string, values: WordValues = {}) =>
    String(format(compiled(text), tag, values, { formatters: FORMATTERS }));
  const rich = (text: string, values: RichValues) => {
    const parts = format<ReactNode>(compiled(text), tag, asFormatted(values), { formatters: FORMATTERS });
    return createElement(Fragment, null, ...(Array.isArray(parts) ? parts : [parts]));
  };
  const list = (parts: readonly string[]) => FORMATTERS.getListFormat(tag).format(parts);
  const sayWords = ({ text, values = {} }: Said): string =>
    say(text, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, said(value)])));
  const said = (value: SaidValue) => {
    if (typeof value !== "object") return value;
    if ("text" in value) return sayWords(value);
    if ("number" in value) return formatNumber(value.number, tag, EXACT);
    return "day" in value ? formatDateTime(new Date(value.day), "UTC", "date", tag) : list(value);
  };
  return Object.assign(say, {
    words: sayWords,
    list,
    rich,
    number: (value: number | bigint) => formatNumber(value, tag),
    compact: (value: number) => formatCompact(value, tag),
    share: (part: number, total: number) => formatShare(part, total, tag),
    bytes: (bytes: number) => formatBytes(bytes, tag),
    duration: (seconds: number) => formatDuration(seconds, tag),
    dateTime: (value: Date, timeZone: string, style: DateTimeStyle = "both") =>
      formatDateTime(value, timeZone, style, tag),
    locale,
    tag,
  });
}

/** As many digits as a number of JavaScript's has. */
const EXACT = 17;

const asFormatted = (values: RichValues): FormatValues<ReactNode> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, drawn(value)]));

const drawn = (value: RichValues[string]) =>
  typeof value === "function" ? (words: ReactNode[]) => value(createElement(Fragment, null, ...words)) : value;

const kept = new Map<string, unknown>();

/** An Intl object takes longer to make than to use. */
function keep<Made>(kind: string, make: (locale?: string, options?: object) => Made) {
  return (locale?: unknown, options?: unknown): Made => {
    const key = `${kind} ${locale} ${JSON.stringify(options)}`;
    const found = (kept.get(key) as Made | undefined) ?? make(locale as string, options as object);
    kept.set(key, found);
    return found;
  };
}

const FORMATTERS = {
  getNumberFormat: keep("number", (locale, options) => new Intl.NumberFormat(locale, options)),
  getDateTimeFormat: keep("date", (locale, options) => new Intl.DateTimeFormat(locale, options)),
  getListFormat: keep("list", (locale, options) => new Intl.ListFormat(locale, options)),
  getPluralRules: keep("plural", (locale, options) => new Intl.PluralRules(locale, options)),
};
