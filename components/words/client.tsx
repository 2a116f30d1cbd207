"use client";

import type { CompiledMessage } from "icu-minify/format";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Language } from "./locales.ts";
import { makeTranslator, type Translator } from "./translator.ts";

/* `#components/words.ts` in a component that runs in the browser; on the server that name means server.ts. */

const Words = createContext<Translator>(makeTranslator({ locale: "en", tag: "en-GB" }, (text) => text));

/** Around the whole page. `dictionary`: `clientDictionary(locale)`. */
export function WordsProvider(props: {
  language: Language;
  dictionary: Readonly<Record<string, CompiledMessage>>;
  children: ReactNode;
}) {
  const { language, dictionary, children } = props;
  const translator = useMemo(
    () => makeTranslator(language, (text) => (Object.hasOwn(dictionary, text) ? (dictionary[text] ?? text) : text)),
    [language, dictionary],
  );
  return <Words value={translator}>{children}</Words>;
}

export const useWords = (): Translator => useContext(Words);

/** Only so that both sides of the name have the same: an async component never runs in the browser. */
export const getWords = (): Promise<Translator> => {
  throw new Error("getWords() is for the server. Use useWords().");
};
