import fc from "fast-check";
import { expect, it } from "vitest";
import { choiceParser } from "#lib/fields/choice.ts";
import { parseYesNo } from "#lib/fields/yesno.ts";

/** Without case and accents, by other means than the parser's. */
const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();

const OPTIONS = ["Gold", "Región", "São Paulo", "100%", "n/a"];
const near = fc.oneof(
  fc.constantFrom(...OPTIONS, ...OPTIONS.map((option) => option.toUpperCase()), ...OPTIONS.map(plain)),
  fc.array(fc.constantFrom(..."GoldRegiónáSPul %10/x".split("")), { maxLength: 7 }).map((signs) => signs.join("")),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);

it("finds the option that is the same without case and accents, and no other", () => {
  const parse = choiceParser(OPTIONS);
  fc.assert(
    fc.property(near, (text) => {
      const found = OPTIONS.find((option) => plain(option) === plain(text));
      expect(parse(text)).toEqual(found ?? { reason: "choice", keep: false });
    }),
    { numRuns: 2_000 },
  );
});

it("takes nothing for yes that is not one of the words for it", () => {
  const yes = "y yes true t on 1 x si s verdadero sim verdadeiro ✓ ✔ ☑".split(" ");
  const no = "n no false f off 0 falso nao ☐".split(" ");
  const words = fc.oneof(
    fc.constantFrom(...yes, ...no, "sí", "NÃO", "Sí", "yes!", "yess", "no no", "01", "sii"),
    fc.array(fc.constantFrom(..."yesnosi10xí ".split("")), { maxLength: 4 }).map((signs) => signs.join("")),
  );
  fc.assert(
    fc.property(words, (text) => {
      const word = plain(text);
      const expected = yes.includes(word) ? "t" : no.includes(word) ? "f" : { reason: "yesno", keep: false };
      expect(parseYesNo(text)).toEqual(expected);
    }),
    { numRuns: 2_000 },
  );
});
