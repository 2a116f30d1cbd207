import compile from "icu-minify/compile";
import { expect, it } from "vitest";
import { makeTranslator } from "./translator.ts";

const speaking = (locale: "en" | "es" | "pt", tag: string) => makeTranslator({ locale, tag }, compile);

it.each([
  ["en-GB", "more than 1,234.56789, before 31 Jan 2026, as X1 1.5"],
  ["es-ES", "more than 1234,56789, before 31 ene 2026, as X1 1.5"],
  ["pt-BR", "more than 1.234,56789, before 31 de jan. de 2026, as X1 1.5"],
])("writes numbers and days within words as %s does, and texts as they stand", (tag, expected) => {
  const values = { n: { number: 1234.56789 }, day: { day: "2026-01-31" }, text: "X1 1.5" };
  const said = speaking("en", tag).words({ text: "more than {n}, before {day}, as {text}", values });
  expect(said).toBe(expected);
});
