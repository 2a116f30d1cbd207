import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "#scripts/root.ts";

/* docs/bad-input.md promises an outcome for each kind of bad input; a test that names the row holds it, or is named there. */

const SECTIONS = { A: 13, B: 21, C: 9, D: 24, E: 14 };
const promised = Object.entries(SECTIONS).flatMap(([letter, last]) =>
  Array.from({ length: last }, (_, at) => `${letter}${at + 1}`),
);

test("docs/bad-input.md has every row once", () => {
  const rows = readFileSync(join(ROOT, "docs/bad-input.md"), "utf8").matchAll(/^\| ([A-E]\d+) \|/gm);
  expect([...rows].map(([, id]) => id)).toEqual(promised);
});

test.each(promised)("%s has a test that names it", (id) => {
  expect(held.get(id) ?? []).not.toEqual([]);
});

const REQUESTS = 18;
const named = [
  ...readFileSync(join(ROOT, "docs/bad-input.md"), "utf8").matchAll(/^\| (F\d+) \|.* \| `([^`]+)`: “(.+)” \|$/gm),
].map(([, id = "", file = "", words = ""]) => ({ id, file, words: words.replaceAll("\\|", "|") }));

test("docs/bad-input.md names a test for every row of section F, once", () => {
  expect(named.map(({ id }) => id)).toEqual(Array.from({ length: REQUESTS }, (_, at) => `F${at + 1}`));
});

test.each(named)("$id is held by $file", ({ file, words }) => {
  expect(readFileSync(join(ROOT, file), "utf8")).toContain(words);
});

/** By row, the files whose tests begin with it: in a title (`"B9: …"`), or as the first thing in a row of a table (`["B9", …`). */
const held = new Map<string, string[]>();
for (const file of globSync("{lib,app}/**/*.test.ts", { cwd: ROOT })) {
  const text = readFileSync(join(ROOT, file), "utf8");
  for (const [, title, row] of text.matchAll(/\(\s*["'`]([A-E]\d+): |\[\s*"([A-E]\d+)",/g)) {
    const id = title ?? row ?? "";
    held.set(id, [...(held.get(id) ?? []), file]);
  }
}
