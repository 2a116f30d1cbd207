import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import type { Locale } from "./locales.ts";
import clientTexts from "./messages/client.json" with { type: "json" };
import es from "./messages/es.json" with { type: "json" };
import pt from "./messages/pt.json" with { type: "json" };

/* The sentences of all languages, on the server. The browser gets those alone that its components say. */

const DICTIONARIES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en: {}, es, pt };

const compiled = new Map<string, CompiledMessage>();

/** The sentence in the language, compiled once. What is in no dictionary (the name of something) is said as it stands. */
export function compiledIn(locale: Locale, text: string): CompiledMessage {
  const key = `${locale} ${text}`;
  const found = compiled.get(key);
  if (found !== undefined) return found;
  const made = compiledOr(translated(locale, text));
  // A text that somebody typed may come by here: what is kept must not grow with what people type.
  if (compiled.size < MOST_KEPT) compiled.set(key, made);
  return made;
}

const MOST_KEPT = 20_000;

/**
 * What is no message format, such as a rule's JSON in a sentence, is said as it stands. Copied, for the compiler's objects
 * have no prototype, and React hands none of those to the browser.
 */
function compiledOr(text: string): CompiledMessage {
  try {
    return JSON.parse(JSON.stringify(compile(text)));
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

const translated = (locale: Locale, text: string): string =>
  (Object.hasOwn(DICTIONARIES[locale], text) && DICTIONARIES[locale][text]) || text;

/** What the browser needs: the sentences of its components that are not said as they stand. */
export function clientDictionary(locale: Locale): Record<string, CompiledMessage> {
  const known = ofBrowsers.get(locale);
  if (known) return known;
  const all = clientTexts.map((text) => [text, compiledIn(locale, text)] as const);
  // Plain objects only: React sends no object without a prototype, which is what the compiler makes for plurals.
  const made = JSON.parse(JSON.stringify(Object.fromEntries(all.filter(([text, message]) => text !== message))));
  ofBrowsers.set(locale, made);
  return made;
}

const ofBrowsers = new Map<Locale, Record<string, CompiledMessage>>();
