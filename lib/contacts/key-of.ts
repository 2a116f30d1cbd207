import type { CountryCode } from "libphonenumber-js";
import { environment } from "#lib/environment.ts";
import { emailKey, isRefusal, mobileKey, type Refusal, reasonInWords } from "#lib/fields/parse-value.ts";
import { Problem } from "#lib/problem.ts";
import { say, words } from "#lib/text/words.ts";

export type KeyKind = "email" | "mobile";

/** The key that an address or a number as people write it stands for; null when it is none. */
export function keyOf(written: string, kind: KeyKind): string | null {
  const key = parse(written, kind);
  return isRefusal(key) ? null : key;
}

/** The same for a form or a program. Throws Problem `wrong_key` at `path`, with a sentence that says what is wrong. */
export function readKey(written: string, kind: KeyKind, path: string): string {
  const key = parse(written, kind);
  if (!isRefusal(key)) return key;
  const message =
    key.reason === "required"
      ? words(kind === "email" ? say("Enter the email.") : say("Enter the mobile number."))
      : reasonInWords(key.reason, { value: written.trim() });
  throw new Problem("invalid", "wrong_key", message, [{ path, message }]);
}

/** What kind of key it is: no number has an @. */
export const kindOfKey = (key: string): KeyKind => (key.includes("@") ? "email" : "mobile");

function parse(written: string, kind: KeyKind): string | Refusal {
  const country = environment().DEFAULT_COUNTRY as CountryCode | undefined;
  return kind === "email" ? emailKey(written) : mobileKey(written, country);
}
