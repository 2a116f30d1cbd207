import { describe, expect, it } from "vitest";
import { readCatalog, readClientTexts } from "#scripts/words/catalogs.ts";
import { browserFiles, productFiles, saidInFile } from "#scripts/words/said.ts";

const files = productFiles();
const said = files.flatMap(saidInFile);
const texts = said.filter(({ wrong }) => wrong === undefined);

it("nothing is said that cannot be translated as it stands", () => {
  const wrong = said.filter(({ wrong: why }) => why !== undefined);
  expect(wrong.map(({ file, line, wrong: why, text }) => `${file}:${line} ${why}: ${text}`)).toEqual([]);
});

describe.each(["es", "pt"])("the messages in %s (npm run words)", (locale) => {
  const catalog = readCatalog(locale);

  it("hold every text that is said, and no other", () => {
    expect([...catalog.keys()].sort()).toEqual([...new Set(texts.map(({ text }) => text))].sort());
  });

  it("translate each", () => {
    const empty = texts.filter(({ text }) => !catalog.get(text));
    expect([...new Set(empty.map(({ text }) => text))]).toEqual([]);
  });
});

it("the browser is given the texts that its components say, and no others (npm run words)", () => {
  const inBrowser = browserFiles(files);
  const its = texts.filter(({ file }) => inBrowser.has(file)).map(({ text }) => text);
  expect(readClientTexts()).toEqual([...new Set(its)].sort());
});
