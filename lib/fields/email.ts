import { domainToASCII } from "node:url";
import { z } from "zod";
import { clean, isAscii } from "./clean.ts";
import { type Refusal, reject } from "./refusal.ts";

const NOT_AN_EMAIL = reject("email");
const NOT_ASCII = reject("email_eai");
const REQUIRED = reject("required");

const MAX_LOCAL = 64;
const MAX_LENGTH = 254;
/** An address with `mailto:` or a name around it; more is not looked at. */
const MAX_WRITTEN = 1_000;

/**
 * One address → the key of its contact: lower case, its domain in ASCII.
 *
 * Spaces and marks around it, `mailto:`, `<…>` and `Name <…>` are taken off. Taken is what zod's `z.email()` takes of
 * the ASCII form, with a dot in the domain, no label that begins or ends with "-", at most 64 characters before
 * the @ and 254 in all. Letters beyond ASCII are taken in the domain only.
 */
export function emailKey(raw: string): string | Refusal {
  return isPlainAddress(raw) ? raw.toLowerCase() : readAddress(raw);
}

/** Nearly every address of a file: ASCII, with nothing around it. What this takes, the rule in full takes unchanged. */
export function isPlainAddress(text: string): boolean {
  const { length } = text;
  const at = text.indexOf("@");
  if (at < 1 || at > MAX_LOCAL || length > MAX_LENGTH) return false;
  // A dot stands between two other characters; an apostrophe does not end the local part.
  let previous = DOT;
  for (let i = 0; i < at; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT ? previous === DOT : !isAlphanumeric(code) && !isLocalSign(code)) return false;
    previous = code;
  }
  if (previous === DOT || previous === APOSTROPHE) return false;

  let labelStart = at + 1;
  let letters = true;
  previous = DOT;
  for (let i = at + 1; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT) {
      if (previous === DOT || previous === HYPHEN) return false;
      labelStart = i + 1;
      letters = true;
    } else if (code === HYPHEN) {
      // "--" may be of a domain in ASCII form (xn--), which must be checked.
      if (previous === DOT || previous === HYPHEN) return false;
      letters = false;
    } else if (isAlphanumeric(code)) {
      if (code < 0x40) letters = false;
    } else {
      return false;
    }
    previous = code;
  }
  return letters && labelStart > at + 1 && length - labelStart >= 2;
}

const DOT = 0x2e;
const HYPHEN = 0x2d;
const APOSTROPHE = 0x27;

function isAlphanumeric(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a);
}

/** _ ' + - */
function isLocalSign(code: number): boolean {
  return code === 0x5f || code === APOSTROPHE || code === 0x2b || code === HYPHEN;
}

/** The rule in full. */
export function readAddress(raw: string): string | Refusal {
  const cleaned = clean(raw);
  if (typeof cleaned !== "string") return cleaned;
  if (cleaned.length > MAX_WRITTEN) return NOT_AN_EMAIL;
  const text = cleaned.replace(MARKS_AROUND, "");
  if (text === "") return REQUIRED;
  const address = addressIn(text);
  // ana＠example.com looks like an address and is none.
  if (address === undefined || address.normalize("NFKC") !== address) return NOT_AN_EMAIL;
  const parts = address.split("@");
  const [local, domain] = parts;
  if (parts.length !== 2 || !local || !domain) return NOT_AN_EMAIL;
  if (local.length > MAX_LOCAL) return NOT_AN_EMAIL;
  if (!isAscii(local)) return /[\p{C}\p{Z}]/u.test(local) ? NOT_AN_EMAIL : NOT_ASCII;
  const ascii = asciiDomain(domain);
  if (ascii === undefined) return NOT_AN_EMAIL;
  const key = `${local}@${ascii}`;
  return key.length <= MAX_LENGTH && z.regexes.email.test(key) ? key.toLowerCase() : NOT_AN_EMAIL;
}

/** What copying leaves at the ends besides spaces: marks of writing direction and zero-width joiners. */
const MARKS_AROUND =
  /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+|(?<![\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+$/gu;

/** Without `mailto:`, `<…>` or `Name <…>`. A name that has an @ itself may hide a second address: undefined. */
function addressIn(text: string): string | undefined {
  const open = text.indexOf("<");
  if (open === -1) return text.replace(/^mailto:/i, "").trim();
  if (!text.endsWith(">") || text.slice(0, open).includes("@")) return undefined;
  return text
    .slice(open + 1, -1)
    .trim()
    .replace(/^mailto:/i, "");
}

/** Undefined for what is no domain of the internet. What would be cut off in silence (a path, a port) is none either. */
function asciiDomain(domain: string): string | undefined {
  if (!/^[\p{L}\p{M}\p{N}.。-]+$/u.test(domain)) return undefined;
  const ascii = domainToASCII(domain);
  const labels = ascii.split(".");
  if (labels.length < 2 || labels.some((label) => label === "" || label.startsWith("-") || label.endsWith("-"))) {
    return undefined;
  }
  return ascii;
}
