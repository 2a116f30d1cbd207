/*
 * Folding a text letter by letter costs PostgreSQL about 4 µs, a regular expression over it a tenth. So a part is sought in
 * texts of Latin letters by a pattern that names, for each of its letters, all those that fold to it.
 */

/** Nearly all letters of Latin scripts, and as many as make a short pattern. */
const LAST = 0x24f;

/**
 * A regular expression that matches within a text whose fold contains `part`, and never within another. A text that
 * `ODD_LETTER` is not in, and that it does not match, does not contain the part. Null where there can be no such pattern.
 */
export function latinPattern(part: string, where: "anywhere" | "start" | "end"): string | null {
  const letters = [...foldLatin(part)];
  if (letters.length === 0 || letters.length > LONGEST) return null;
  const classes = letters.map((letter) => ALIKE.get(letter));
  if (classes.includes(undefined)) return null;
  return `${where === "start" ? "^" : ""}${classes.map((each) => `[${each}]`).join("")}${where === "end" ? "$" : ""}`;
}

/** PostgreSQL refuses patterns that are too complex. */
const LONGEST = 100;

/** As `fold` of folded-text.ts, for the letters up to `LAST`; a test holds them together. */
function foldLatin(text: string): string {
  const plain = text.normalize("NFKD").replace(/[\u0300-\u036f\u00ad]+/g, "");
  return plain.toLowerCase().replace(/[øłđðħßæœ]/g, (letter) => STROKED[letter] ?? letter);
}

const STROKED: Record<string, string> = { ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ß: "ss", æ: "ae", œ: "oe" };

const escaped = (code: number): string => `\\u${code.toString(16).padStart(4, "0")}`;
const CODES = Array.from({ length: LAST }, (_, at) => at + 1);
const folded = (code: number): string => foldLatin(String.fromCodePoint(code));

/** By a folded letter, those that fold to it. */
const ALIKE: ReadonlyMap<string, string> = CODES.reduce(
  (found, code) => found.set(folded(code), (found.get(folded(code)) ?? "") + escaped(code)),
  new Map<string, string>(),
);

/** Matches what folds to no letter or to several, and all that is not Latin. */
export const ODD_LETTER = `[${CODES.filter((code) => [...folded(code)].length !== 1)
  .map(escaped)
  .join("")}]|[^\\u0001-${escaped(LAST)}]`;
