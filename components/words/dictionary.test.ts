import { expect, it } from "vitest";
import { clientDictionary } from "./dictionary.ts";
import { LOCALES } from "./locales.ts";

it.each(LOCALES)("gives the browser (%s) plain objects alone: React refuses to send others", (locale) => {
  expect(withoutPrototype(clientDictionary(locale))).toEqual([]);
});

function withoutPrototype(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Object.getPrototypeOf(value) === null ? [path] : [];
  return [...own, ...Object.entries(value).flatMap(([name, inner]) => withoutPrototype(inner, `${path}.${name}`))];
}
