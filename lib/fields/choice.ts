import { fold } from "./fold.ts";
import { reject, type ValueParser } from "./refusal.ts";

const NOT_AN_OPTION = reject("choice");

/** Without regard to case and accents → the option as it is spelled in the field. */
export function choiceParser(options: readonly string[]): ValueParser {
  const exact = new Set(options);
  const folded = new Map(options.map((option) => [fold(option), option]));
  const longest = Math.max(0, ...options.map((option) => option.length));

  return (text) => {
    if (exact.has(text)) return text;
    // Folding takes marks away, and no character has more than a few.
    if (text.length > longest * 4) return NOT_AN_OPTION;
    return folded.get(text.toLowerCase()) ?? folded.get(fold(text)) ?? NOT_AN_OPTION;
  };
}
