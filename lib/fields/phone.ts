import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { looksScientific } from "./number.ts";
import { isPlainlyPossible, nationalReader } from "./phone-plans.ts";
import { leaveEmpty, type Refusal, type ValueParser } from "./refusal.ts";

/* A phone that cannot be used keeps nobody out of a profile: its cell stays empty, with a warning. */
const NOT_A_PHONE = leaveEmpty("phone");
const SCIENTIFIC = leaveEmpty("phone_scientific");
const NO_COUNTRY = leaveEmpty("phone_country");
const SEVERAL = leaveEmpty("phone_several");
const NONE = leaveEmpty("phone_none");

/** Room for a number, its punctuation and a second one; longer text is not looked at. */
const MAX_LENGTH = 64;

/**
 * Any usual way to write one number → E.164, where its length is possible in its country.
 * Without a + in front it is a number of `country`; without a country too it is refused, never guessed.
 */
export function phoneParser(country?: CountryCode): ValueParser {
  const readNational = country === undefined ? () => undefined : nationalReader(country);

  return (text) => {
    if (isPlainlyPossible(text)) return text;
    const known = text.startsWith("+") ? plainlyWritten(text) : readNational(text);
    if (known !== undefined) return known;
    const digits = bareDigits(text);
    if (typeof digits !== "string") return digits;
    if (!digits.startsWith("+") && country === undefined) return NO_COUNTRY;
    const number = withoutOldMexicanPrefix(digits, country);
    if (isPlainlyPossible(number)) return number;
    return readNational(number) ?? askLibrary(number, country);
  };
}

/** `+56 (9) 1234-5678` as a million rows may have it, without the look at all that may be wrong. */
function plainlyWritten(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const digits = text.replace(/[ ()-]/g, "");
  return isPlainlyPossible(digits) ? digits : undefined;
}

/** `(56-9) 1234.5678` → `56912345678`; a + in front stays. */
function bareDigits(text: string): string | Refusal {
  if (text.length > MAX_LENGTH) return NOT_A_PHONE;
  const plain = withAsciiDigits(text).replace(LEFT_BY_SPREADSHEETS, "");
  if (looksScientific(plain)) return SCIENTIFIC;
  const number = plain.replace(/^tel:/i, "").replace(/^(\+?\d+)[.,]0+$/, "$1");
  if (!/[1-9]/.test(number)) return NONE;
  const parts = number.split(/[/,;|\n]|:::|\s(?:y|e|o|u|and|or|ou)\s/i);
  if (parts.filter((part) => part.replace(/\D/g, "").length >= 6).length > 1) return SEVERAL;
  if (number.lastIndexOf("+") > number.indexOf("+")) return SEVERAL;
  // A letter may be an extension, a name or a number in words: nothing that may be left out in silence.
  return /^(?:\s*\(?\+)?[\d\s().‐-―-]+$/.test(number) ? number.replace(/[^\d+]/g, "") : NOT_A_PHONE;
}

/** The apostrophe, the = and the quotes that keep a number text in a spreadsheet. */
const LEFT_BY_SPREADSHEETS = /^[='"]+|(?<!["'])["']+$/g;

/** The first zero of the scripts that people write numbers in: Arabic, Persian, Devanagari, full-width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xff10];

/** Also the full-width plus; the marks of writing direction that address books put around a number are left out. */
function withAsciiDigits(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "")
    .replace(/\uff0b/g, "+")
    .replace(/[^\0-\u007f]/gu, (character) => {
      const code = character.charCodeAt(0);
      const zero = ZEROS.find((first) => code >= first && code < first + 10);
      return zero === undefined ? character : String(code - zero);
    });
}

/** Until 2019 a mobile in Mexico was +52 1 and ten digits from abroad, 044 or 045 and ten digits within. */
function withoutOldMexicanPrefix(digits: string, country: CountryCode | undefined): string {
  if (digits.length === 14 && digits.startsWith("+521")) return `+52${digits.slice(4)}`;
  if (country !== "MX") return digits;
  if (digits.length === 13 && /^(?:521|04[45])/.test(digits)) return `+52${digits.slice(3)}`;
  return digits.length === 11 && digits.startsWith("1") ? `+52${digits.slice(1)}` : digits;
}

function askLibrary(digits: string, country: CountryCode | undefined): string | Refusal {
  const number = parsePhoneNumberFromString(digits, { defaultCountry: country, extract: false });
  if (number === undefined || !number.isPossible()) return NOT_A_PHONE;
  // 0912345678 has a length that Chile knows, but no number there begins with 0: it was dialled so, or lost a digit.
  return number.nationalNumber.startsWith("0") && !number.isValid() ? NOT_A_PHONE : number.number;
}
