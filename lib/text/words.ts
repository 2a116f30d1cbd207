/**
 * A sentence for people, in English, which the doors say in the reader's language. With values it is ICU MessageFormat
 * and they stand in it; without, it is as it stands.
 */
export type Words = { readonly text: string; readonly values?: WordValues };
/**
 * A value may be words itself, a list (`A, B and C`), or what each region writes in its own way: a number as exact as it
 * is, a day (`YYYY-MM-DD`).
 */
export type WordValues = Readonly<Record<string, string | number | Words | Written | readonly string[]>>;
export type Written = { readonly number: number } | { readonly day: string };

/** `words("There is no field “{name}” any more.", { name })`: the text is a literal, so that `npm run words` finds it. */
export const words = (text: string, values?: WordValues): Words => ({ text, values });

/** A name that people gave, as words: said as it stands, also where it is a word of ours. */
export const named = (name: string): Words => ({ text: "{name}", values: { name } });

/** Several sentences as one text. */
export const inOne = (sentences: readonly Words[]): Words => ({
  text: sentences.map((_, at) => `{s${at}}`).join(" "),
  values: Object.fromEntries(sentences.map((sentence, at) => [`s${at}`, sentence])),
});

/** Marks a text that is said elsewhere, such as the label of a table's row, for `npm run words`; it stays as it is. */
export const say = <Text extends string>(text: Text): Text => text;

/** Says texts in somebody's language, and how its region (`tag`, BCP 47) writes numbers and dates; a page's translator is one. */
export type Speaker = { (text: string): string; readonly tag: string };

export const ENGLISH: Speaker = Object.assign((text: string) => text, { tag: "en-GB" });
