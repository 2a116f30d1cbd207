import type { z } from "zod";
import { inEnglish } from "./in-english.ts";
import type { Words } from "./words.ts";

/** For a schema's `addIssue`: what is wrong, in English and, where values stand in it, as words to be said in other languages. */
export const wordedIssue = (words: Words) => ({
  code: "custom" as const,
  message: inEnglish(words),
  params: { words },
});

/** What an issue says: a plain sentence, or the words that came with it. */
export function issueWords(issue: z.core.$ZodIssue): Words {
  const words: unknown = issue.code === "custom" ? issue.params?.words : undefined;
  return (words as Words | undefined) ?? { text: issue.message };
}
