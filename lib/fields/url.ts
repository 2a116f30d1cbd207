import { reject, type ValueParser } from "./refusal.ts";

const NOT_A_URL = reject("url");
const TOO_LONG = reject("too_long");
const MAX_URL_LENGTH = 2_048;

/** http and https only; a bare domain gets https:// in front; the rest stays as it is written. */
export const parseUrl: ValueParser = (text) => {
  if (text.length > MAX_URL_LENGTH) return TOO_LONG;
  const scheme = /^https?:\/\//i.exec(text)?.[0];
  if (scheme === undefined) {
    const made = `https://${text}`;
    if (!startsWithDomain(text) || !isWellWritten(made)) return NOT_A_URL;
    return made.length > MAX_URL_LENGTH ? TOO_LONG : made;
  }
  if (!isWellWritten(text)) return NOT_A_URL;
  return scheme.toLowerCase() + text.slice(scheme.length);
};

/** `example.com/about`, `www.example.com:8080`; not `ana@example.com`, `javascript:alert(1)` or a single word. */
function startsWithDomain(text: string): boolean {
  const end = text.search(/[/?#:]/);
  const host = end === -1 ? text : text.slice(0, end);
  if (text[end] === ":" && !/^:\d{1,5}(?:[/?#]|$)/.test(text.slice(end, end + 7))) return false;
  return /^[\p{L}\p{M}\d.-]+$/u.test(host) && /[^.]\.[\p{L}\p{M}\d-]{2,}$/u.test(host) && !/\.\d+$/.test(host);
}

/** The browser would repair a space or a backslash, and so open another address than the one that is shown. */
function isWellWritten(url: string): boolean {
  return !/[\s\\<>"\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(url) && URL.canParse(url);
}
