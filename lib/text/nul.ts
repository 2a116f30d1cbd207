/** The path of the first text (a key or a value) within `value` that holds U+0000, which Postgres cannot keep; else null. */
export function pathOfNul(value: unknown, path = ""): string | null {
  if (typeof value === "string") return value.includes("\0") ? path : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = key.includes("\0") ? path : pathOfNul(inner, path ? `${path}.${key}` : key);
    if (found !== null) return found;
  }
  return null;
}

/** A text of an address that a page reads: what cannot be kept cannot be looked for. */
export const withoutNul = (text: string): string => text.replaceAll("\0", "");
