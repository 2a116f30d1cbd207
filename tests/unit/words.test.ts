import compile from "icu-minify/compile";
import { describe, expect, it } from "vitest";
import { compiledIn } from "#components/words/dictionary.ts";
import { languageFor } from "#components/words/locales.ts";
import { makeTranslator } from "#components/words/translator.ts";
import { inEnglish } from "#lib/text/in-english.ts";
import { words } from "#lib/text/words.ts";
import { readCatalog, updated } from "#scripts/words/catalogs.ts";
import { saidIn } from "#scripts/words/said.ts";

/** A value in a template, in the sources below. */
const VALUE = "$" + "{x}";

describe("the language of a page", () => {
  it.each([
    [null, undefined, "en", "en-GB"],
    ["es-CL,es;q=0.9,en;q=0.8", undefined, "es", "es-CL"],
    ["fr,pt;q=0.5,es;q=0.7", undefined, "es", "es"],
    ["en;q=0,pt-BR", undefined, "pt", "pt-BR"],
    ["de,fr", undefined, "en", "en-GB"],
    ["en-US,es-MX;q=0.3", "es", "es", "es-MX"],
    ["en-US", "pt", "pt", "pt-BR"],
    ["es", "xx", "es", "es"],
    ["es-419,es;q=0.9", undefined, "es", "es-419"],
    [";;;,=,q=1,*", undefined, "en", "en-GB"],
  ])("for %j and the choice %s is %s, written as in %s", (accepted, chosen, locale, tag) => {
    expect(languageFor(accepted, chosen)).toEqual({ locale, tag });
  });
});

describe("a sentence", () => {
  const t = makeTranslator({ locale: "es", tag: "es-CL" }, (text) => compiledIn("es", text));

  it("is said in the language, with the numbers of the region", () => {
    expect(t("All {count, plural, one {# contact} other {# contacts}} that match", { count: 12345 })).toBe(
      "Los 12.345 contactos que coinciden",
    );
    expect(t.number(1234567.5)).toBe("1.234.567,5");
  });

  it("that is in no dictionary is said as it stands, braces and all", () => {
    expect(t("Perfil {de} <b>Ana")).toBe("Perfil {de} <b>Ana");
    expect(t("__proto__")).toBe("__proto__");
  });

  it("of lib is the same in English for programs", () => {
    const said = words("Something went wrong here: error {id}.", { id: "{x}" });
    expect(inEnglish(said)).toBe("Something went wrong here: error {x}.");
    expect(t.words(said)).toBe("Algo falló aquí: error {x}.");
  });
});

describe("what is read off a source", () => {
  it.each([
    ['const a = t("Say it");', ["Say it"]],
    ['const a = t.rich(\n"See <b>it</b>", {});', ["See <b>it</b>"]],
    ["const rows = [{ label: say('New') }];", ["New"]],
    ["const a = <p className='x'>{t(`Whole`)}</p>;", ["Whole"]],
  ])("%s", (source, texts) => {
    const said = saidIn("app/x.tsx", source);
    expect(said.map(({ text }) => text)).toEqual(texts);
    expect(said.every(({ wrong }) => wrong === undefined)).toBe(true);
  });

  it.each([
    "const a = <p>Hello there</p>;",
    "const a = <p>{ok ? 'yes' : none}</p>;",
    "const a = <Field label='Name' />;",
    "const a = <Confirm consequences={[t(first), 'It goes.']} />;",
    `const a = <Field label={\`The ${VALUE}\`} />;`,
    "const a = { title: 'Profiles' };",
    `const a = t(\`Hello ${VALUE}\`);`,
  ])("finds what is said untranslated: %s", (source) => {
    expect(saidIn("app/x.tsx", source).filter(({ wrong }) => wrong)).toHaveLength(1);
  });

  it("finds the sentences of lib wherever they stand, but not those of a defect", () => {
    expect(saidIn("lib/x.ts", 'const a = { b: "Give it a name." };').map(({ text }) => text)).toEqual([
      "Give it a name.",
    ]);
    expect(saidIn("lib/x.ts", 'throw new Error("An insert answered no row.");')).toEqual([]);
    expect(saidIn("lib/x.ts", `const a = \`The ${VALUE} is not there.\`;`)[0]?.wrong).toMatch(/words\(\)/);
  });
});

describe.each(["es", "pt"])("the messages in %s", (locale) => {
  const catalog = readCatalog(locale);

  it("have the placeholders and tags of their English", () => {
    const wrong = [...catalog].filter(([text, said]) => said !== "" && parts(text).join() !== parts(said).join());
    expect(wrong).toEqual([]);
  });
});

it("a catalog keeps what is said, drops what is not, and asks for what is new", () => {
  const before = new Map([
    ["b", "B"],
    ["gone", "X"],
  ]);
  expect([...updated(before, ["c", "b", "c"])]).toEqual([
    ["b", "B"],
    ["c", ""],
  ]);
});

/** The names that stand in a message, each once: arguments, and tags. */
function parts(text: string): string[] {
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (!Array.isArray(node)) return;
    const [name, ...rest] = node;
    if (typeof name === "string") found.add(name);
    for (const each of rest) {
      if (Array.isArray(each)) for (const inner of each) walk(inner);
      else if (typeof each === "object" && each)
        for (const branch of Object.values(each)) for (const inner of [branch].flat()) walk(inner);
    }
  };
  const compiled = compiledOrNone(text);
  if (Array.isArray(compiled)) for (const node of compiled) walk(node);
  return [...found].sort();
}

/** Of JSON in a sentence, which is said as it stands, there are none. */
function compiledOrNone(text: string) {
  try {
    return compile(text);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
