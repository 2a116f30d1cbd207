/**
 * `value` when it is an address within this product (path and query), else null: where to go on after signing in comes
 * out of an address that anybody may have written, and must not lead elsewhere.
 */
export function sameOriginPath(value: unknown): string | null {
  if (typeof value !== "string" || !value.startsWith("/") || value.length > 2000) return null;
  const base = "http://here.invalid";
  // A browser reads `/\evil`, `/<tab>/evil` as `//evil`; the same parser tells where it would go.
  if (!URL.canParse(value, base)) return null;
  const url = new URL(value, base);
  return url.origin === base && !url.pathname.startsWith("//") ? url.pathname + url.search : null;
}
