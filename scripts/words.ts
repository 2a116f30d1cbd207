import { readCatalog, updated, writeCatalog, writeClientTexts } from "./words/catalogs.ts";
import { browserFiles, productFiles, saidInFile } from "./words/said.ts";

/*
 * npm run words: reads off the sources what the product says and brings components/words/messages up to it. New texts
 * come in untranslated, those that nobody says any more go. Prints what is left to translate, and what cannot be.
 */

const files = productFiles();
const said = files.flatMap(saidInFile);
const texts = said.filter(({ wrong }) => wrong === undefined);
const inBrowser = browserFiles(files);

for (const { file, line, wrong, text } of said) if (wrong) console.log(`${file}:${line} ${wrong}: ${text}`);
for (const locale of ["es", "pt"]) {
  const catalog = updated(
    readCatalog(locale),
    texts.map(({ text }) => text),
  );
  writeCatalog(locale, catalog);
  const missing = [...catalog].filter(([, translation]) => translation === "");
  console.log(`${locale}: ${catalog.size} texts, ${missing.length} to translate`);
}
writeClientTexts(texts.filter(({ file }) => inBrowser.has(file)).map(({ text }) => text));
