import { cookies, headers } from "next/headers";
import { cache, use } from "react";
import { compiledIn } from "./dictionary.ts";
import { type Language, LOCALE_COOKIE, languageFor } from "./locales.ts";
import { makeTranslator, type Translator } from "./translator.ts";

/*
 * `#components/words.ts` in a server component, an action or a handler; in a browser's component that name means
 * client.tsx. See "imports" in package.json.
 */

/** The language of who asks: what they chose, else the browser's. Once for each request. */
export const currentLanguage = cache(async (): Promise<Language> => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return languageFor((await headers()).get("accept-language"), chosen);
});

/** Says sentences in the language of who asks. */
export const getWords = cache(async (): Promise<Translator> => {
  const language = await currentLanguage();
  return makeTranslator(language, (text) => compiledIn(language.locale, text));
});

/** The same in a component that is not async. */
export const useWords = (): Translator => use(getWords());
