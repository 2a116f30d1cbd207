import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../root.ts";

/** Translations by their English text. An empty one is yet to be made. */
export type Catalog = Map<string, string>;

const pathOf = (name: string) => join(ROOT, "components/words/messages", `${name}.json`);

/** Line by line, so that a file that git merged (`.gitattributes`) is read whatever became of its commas. */
export function readCatalog(locale: string): Catalog {
  const found: Catalog = new Map();
  if (!existsSync(pathOf(locale))) return found;
  for (const line of readFileSync(pathOf(locale), "utf8").split("\n")) {
    const entry = /^ {2}("(?:[^"\\]|\\.)*"): ("(?:[^"\\]|\\.)*"),?$/.exec(line);
    if (!entry) continue;
    const [text, translation] = [JSON.parse(entry[1] as string), JSON.parse(entry[2] as string)] as [string, string];
    if (translation !== "" || !found.has(text)) found.set(text, translation);
  }
  return found;
}

/** As they are to be: each text that is said, once, in order; what is said no more is gone. */
export function updated(catalog: Catalog, texts: Iterable<string>): Catalog {
  return new Map([...new Set(texts)].sort().map((text) => [text, catalog.get(text) ?? ""]));
}

export const writeCatalog = (locale: string, catalog: Catalog): void =>
  writeFileSync(pathOf(locale), `${JSON.stringify(Object.fromEntries(catalog), null, 2)}\n`);

export const readClientTexts = (): string[] => JSON.parse(readFileSync(pathOf("client"), "utf8"));

export const writeClientTexts = (texts: Iterable<string>): void =>
  writeFileSync(pathOf("client"), `${JSON.stringify([...new Set(texts)].sort(), null, 2)}\n`);
