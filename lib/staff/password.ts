import { hash, type Options, verify } from "@node-rs/argon2";
import { Problem } from "#lib/problem.ts";
import { type Words, words } from "#lib/text/words.ts";
import { COMMON_PASSWORDS } from "./common-passwords.ts";

/** argon2id with 19 MiB and two passes: OWASP's first choice for a server that does other things too. */
const ARGON2ID: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const LONG_ENOUGH = 15;
const SHORTEST = 8;
const MOST_BYTES = 1024;

/** What to store of a password. Nothing of it is cut off or changed. */
export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);

/** Whether it is the password. For nobody (`null`) it takes as long and says no, so that time does not tell who has an account. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  if (isTooLong(password)) return false;
  const matches = await verify(stored ?? NOBODYS, password);
  return stored !== null && matches;
}

/** Of a random password that is not kept, made with the parameters above. */
const NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$AadMJQjOL9HMwDbF8+1CPQ$O0yxHLKLp2oc3flIGgFiZcz71wJc9Ine+TlPbphhHSM";

/**
 * Throws Problem `invalid` for a password that is too easily guessed: 15 characters are enough by themselves, 8 to 14
 * must be none of the most common ones, nor, where `person` is given, hold the product's name or the person's own.
 * `path`: the form's control.
 */
export function assertGoodPassword(
  password: string,
  person?: { email: string; name: string },
  path = "password",
): void {
  const wrong = whatIsWrong(password, person);
  if (wrong) throw new Problem("invalid", "weak_password", wrong, [{ path, message: wrong }]);
}

function whatIsWrong(password: string, person?: { email: string; name: string }): string | Words | null {
  const characters = [...password].length;
  const small = password.toLowerCase();
  if (isTooLong(password)) return "Use a shorter password: at most 1,024 bytes.";
  if (characters < SHORTEST) return "Use a longer password: at least 8 characters, better 15 or more.";
  if (small === person?.email.toLowerCase()) return "The password must not be the email.";
  if (characters >= LONG_ENOUGH) return null;
  if (COMMON_PASSWORDS.has(small)) {
    return "This is one of the most common passwords. Use another one, or several words in a row.";
  }
  if (!person) return null;
  const word = ["rollbook", ...wordsOf(person.email), ...wordsOf(person.name)].find((context) =>
    small.includes(context),
  );
  return word
    ? words("A password of fewer than 15 characters must not hold “{word}”. Use another one, or a longer one.", {
        word,
      })
    : null;
}

const isTooLong = (password: string) => Buffer.byteLength(password) > MOST_BYTES;

/** Four letters or more: a shorter one stands in too many words by chance. */
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 4);
