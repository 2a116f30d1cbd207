/** The languages that the product speaks. English is what the code is written in; the others are translated from it. */
export const LOCALES = ["en", "es", "pt"] as const;
export type Locale = (typeof LOCALES)[number];

/** Each by its own name, for those who cannot read the others. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: "English", es: "Español", pt: "Português" };

/** Holds what a person chose. Without it the browser's languages count. */
export const LOCALE_COOKIE = "rollbook-language";

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

/** A language of ours, and how the person's region writes numbers and dates in it: `es` with `es-MX` is not `es-ES`. */
export type Language = { locale: Locale; tag: string };

const TAGS: Readonly<Record<Locale, string>> = { en: "en-GB", es: "es", pt: "pt-BR" };

/**
 * The best of ours for an `Accept-Language` (RFC 9110, 12.5.4): by weight, then by order; English where none fits.
 * `chosen`: the language that the person chose; the browser then still says which region.
 */
export function languageFor(acceptLanguage: string | null, chosen?: string): Language {
  const wanted = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map(readRange)
    .filter(({ locale, weight }) => weight > 0 && isLocale(locale))
    .sort((a, b) => b.weight - a.weight);
  const locale = isLocale(chosen) ? chosen : ((wanted[0]?.locale as Locale | undefined) ?? "en");
  const regional = wanted.find((each) => each.locale === locale && /^[a-z]{2}-(?:[a-z]{2}|\d{3})$/i.test(each.tag));
  return { locale, tag: regional?.tag ?? TAGS[locale] };
}

function readRange(range: string) {
  const [tag = "", ...parameters] = range.trim().split(";");
  const weight = parameters.map((each) => each.trim()).find((each) => each.startsWith("q="));
  return {
    tag,
    locale: tag.split("-", 1)[0]?.toLowerCase(),
    weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0,
  };
}
