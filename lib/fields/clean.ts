import { type Refusal, reject } from "./refusal.ts";

const CONTROL_CHAR = reject("control_char");

/**
 * A value as it is kept: composed (NFC), without spaces of any kind at its ends.
 * Control characters, other than tab and line ends, and halves of characters are refused: Postgres takes neither.
 */
export function clean(raw: string): string | Refusal {
  const { length } = raw;
  if (length === 0) return raw;
  // Nearly every cell of a file is plain ASCII: one pass tells, and nothing is copied.
  for (let i = 0; i < length; i++) {
    const code = raw.charCodeAt(i);
    if (code < 0x20 || code > 0x7e) return cleanAny(raw);
  }
  return raw.charCodeAt(0) === 0x20 || raw.charCodeAt(length - 1) === 0x20 ? raw.trim() : raw;
}

function cleanAny(raw: string): string | Refusal {
  let start = 0;
  let end = raw.length;
  while (start < end && isSpace(raw.charCodeAt(start))) start++;
  while (end > start && isSpace(raw.charCodeAt(end - 1))) end--;
  let widest = 0;
  for (let i = start; i < end; i++) {
    const code = raw.charCodeAt(i);
    if (code < 0xa0 && isControl(code)) return CONTROL_CHAR;
    if (code > widest) widest = code;
  }
  const text = raw.slice(start, end);
  // No character below U+0300 composes with its neighbour.
  if (widest < 0x300) return text;
  return text.isWellFormed() ? text.normalize("NFC") : CONTROL_CHAR;
}

/** C0, delete and C1, apart from tab, line feed and carriage return. */
function isControl(code: number): boolean {
  if (code < 0x20) return code !== 0x09 && code !== 0x0a && code !== 0x0d;
  return code >= 0x7f && code < 0xa0;
}

/** Also those that are no space to `trim()`: the zero-width ones. */
export function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b && code !== 0x0c);
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Every kind of space inside as a plain one, so that what is written with a narrow or fixed space reads the same. */
export function plainSpaces(text: string): string {
  return isAscii(text) ? text : text.replace(/[\s\u200b\u2060]/gu, " ");
}

export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7e) return false;
  }
  return true;
}
