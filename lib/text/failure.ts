import { inEnglish } from "./in-english.ts";
import type { Words } from "./words.ts";

/** Why a job failed, as its log row keeps it: a stable code, the sentence in English, and its words for pages in other languages. */
export type Failure = { errorCode: string; errorMessage: string; errorWords: Words };

export const failure = (errorCode: string, said: Words): Failure => ({
  errorCode,
  errorMessage: inEnglish(said),
  errorWords: said,
});

/** A row of which nothing is wrong, or not any more. */
export const NO_FAILURE = { errorCode: null, errorMessage: null, errorWords: null } as const;
