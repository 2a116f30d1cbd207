import { isAscii } from "./clean.ts";
import { fold } from "./fold.ts";
import { type Refusal, reject, type ValueParser } from "./refusal.ts";

const NEITHER = reject("yesno");

/* English, Spanish and Portuguese, and the marks that forms leave. A word that is not here is never taken for yes. */
const YES = "yes y true t on 1 x si s verdadero sim verdadeiro ✓ ✔ ☑";
const NO = "no n false f off 0 falso nao ☐";

const ANSWERS = new Map<string, "t" | "f">([
  ...YES.split(" ").map((word) => [word, "t"] as const),
  ...NO.split(" ").map((word) => [word, "f"] as const),
]);

/** Without regard to case and accents → `t` or `f`. */
export const parseYesNo: ValueParser = (text) => {
  if (text.length > LONGEST) return NEITHER;
  return ANSWERS.get(text) ?? ANSWERS.get(text.toLowerCase()) ?? (isAscii(text) ? NEITHER : answerWithAccents(text));
};

/** verdadeiro */
const LONGEST = 10;

function answerWithAccents(text: string): string | Refusal {
  return ANSWERS.get(fold(text)) ?? NEITHER;
}
