import { type CountryCode, getCountries, getCountryCallingCode, Metadata } from "libphonenumber-js/max";
import { endOfDigits, numberAt } from "./scan-date.ts";

/*
 * Asking the library costs about 5 µs a number. Where a country's rules are plain – no digits are ever rewritten – a
 * number is possible when its length is, and that can be told here. The property test holds both answers together.
 */

/** What is known of numbers behind one calling code. */
type Plan = {
  /** Bit n is set when a national number of n digits is possible in every country of the code. */
  lengths: number;
  /** Dialled within the country in front of the number, such as 0. */
  prefix: string;
};

/** `+` and digits: true only where the library would call the number possible and keep it as it is. */
export function isPlainlyPossible(text: string): boolean {
  if (text.charCodeAt(0) !== 0x2b || text.length > 16 || endOfDigits(text, 1, 16) !== text.length) return false;
  if (text.charCodeAt(1) === 0x30) return false;
  const known = plansOfCodes();
  for (let end = 2; end <= 4; end++) {
    const plan = known[numberAt(text, 1, end)];
    if (plan !== undefined) return fits(plan, text, end);
  }
  return false;
}

/** Digits as they are dialled within the country → E.164; undefined where the library must be asked. */
export function nationalReader(country: CountryCode): (digits: string) => string | undefined {
  const code = getCountryCallingCode(country);
  const plan = plansOfCodes()[Number(code)];
  const own = planOf(country);
  const abroad = new RegExp(`^(?:${rulesOf(country).IDDPrefix()})`);
  return (digits) => {
    if (plan === undefined || own === undefined || digits.length > 15) return undefined;
    if (endOfDigits(digits, 0, 15) !== digits.length || !fits(plan, digits, 0) || !fits(own, digits, 0))
      return undefined;
    // It may be a number with its country code or with the sign for abroad, and only the plus left out.
    return digits.startsWith(code) || abroad.test(digits) ? undefined : `+${code}${digits}`;
  };
}

function fits(plan: Plan, text: string, from: number): boolean {
  // A 0 in front belongs to some countries' numbers, and in most is only dialled.
  if (text[from] === "0") return false;
  if (((plan.lengths >> (text.length - from)) & 1) === 0) return false;
  return plan.prefix === "" || !text.startsWith(plan.prefix, from);
}

let plans: readonly (Plan | undefined)[] | undefined;

/** By calling code, which is its index. */
function plansOfCodes(): readonly (Plan | undefined)[] {
  plans ??= makePlans();
  return plans;
}

function makePlans(): (Plan | undefined)[] {
  const made: (Plan | undefined)[] = [];
  for (const [code, countries] of Map.groupBy(getCountries(), (country) => getCountryCallingCode(country))) {
    // A number from abroad is read by the rules of the code's main country, which `selectNumberingPlan` takes a code for.
    const main = planOf(code as string as CountryCode);
    const lengths = countries.map(lengthsOf).reduce((all, each) => all & each);
    made[Number(code)] = main && { ...main, lengths: main.lengths & lengths };
  }
  return made;
}

/** Undefined for a country that rewrites digits, as Argentina does with its 15. */
function planOf(country: CountryCode): Plan | undefined {
  const prefix = rulesOf(country).nationalPrefixForParsing() || "";
  return /^\d*$/.test(prefix) ? { lengths: lengthsOf(country), prefix } : undefined;
}

function lengthsOf(country: CountryCode): number {
  return rulesOf(country)
    .possibleLengths()
    .reduce((bits, length) => bits | (1 << length), 0);
}

/** The library has more of a numbering plan than its types tell. */
type Rules = { possibleLengths(): number[]; IDDPrefix(): string; nationalPrefixForParsing(): string | 0 | undefined };

function rulesOf(country: CountryCode): Rules {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  return metadata.numberingPlan as NonNullable<typeof metadata.numberingPlan> & Rules;
}
