import fc from "fast-check";
import { type CountryCode, getCountries, getExampleNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { expect, it } from "vitest";
import { phoneParser } from "#lib/fields/phone.ts";
import { isPlainlyPossible, nationalReader } from "#lib/fields/phone-plans.ts";

/** What the library makes of it: E.164 where the length is possible. */
function library(text: string, defaultCountry?: CountryCode): string | undefined {
  const number = parsePhoneNumberFromString(text, { defaultCountry, extract: false });
  return number?.isPossible() ? number.number : undefined;
}

const digits = (min: number, max: number) =>
  fc.array(fc.nat({ max: 9 }), { minLength: min, maxLength: max }).map((all) => all.join(""));
const country = fc.constantFrom(...getCountries());

it("takes no number on the fast path that the library would refuse or change", () => {
  const known = country.map((code) => getExampleNumber(code, examples)?.countryCallingCode ?? "");
  fc.assert(
    fc.property(fc.oneof(fc.constant(""), known), digits(6, 14), (code, rest) => {
      const text = `+${code}${rest}`;
      if (isPlainlyPossible(text)) expect(library(text)).toBe(text);
    }),
    { numRuns: 5_000 },
  );
});

it("reads no national number on the fast path otherwise than the library", () => {
  fc.assert(
    fc.property(country, digits(4, 12), (code, text) => {
      const read = nationalReader(code)(text);
      if (read !== undefined) expect(read).toBe(library(text, code));
    }),
    { numRuns: 2_000 },
  );
});

it("reads the example of every country, written for abroad and at home", () => {
  for (const code of getCountries()) {
    const number = getExampleNumber(code, examples);
    if (number === undefined) continue;
    const parse = phoneParser(code);
    const forms = [number.number, number.formatInternational(), number.formatNational()];
    expect(forms.map((form) => parse(form))).toEqual(forms.map(() => number.number));
  }
});

it("gives for any text a number that it reads as the same, or a warning", () => {
  const parse = phoneParser("CL");
  const text = fc.array(fc.constantFrom(..."0123456789+-() ./'=,E".split(""), "٣", "ext"), { maxLength: 20 });
  fc.assert(
    fc.property(
      fc.oneof(
        text.map((parts) => parts.join("")),
        fc.string({ unit: "binary" }),
      ),
      (raw) => {
        const value = parse(raw);
        if (typeof value === "string") expect(parse(value)).toBe(value);
        else expect(value.keep).toBe(true);
      },
    ),
    { numRuns: 1_000 },
  );
});
