import type { CountryCode } from "libphonenumber-js";
import { environment } from "#lib/environment.ts";
import type { Reading } from "#lib/fields/reading.ts";
import type { ImportOptions } from "../import.ts";

/** How the cells of an import are understood: as chosen by hand, else as found, else dd/mm/yyyy and a decimal point. */
export function readingOf({ dateOrder, decimal, country, found }: ImportOptions): Reading {
  const { TIME_ZONE, DEFAULT_COUNTRY } = environment();
  return {
    dateOrder: dateOrder ?? found?.dateOrder ?? "dmy",
    decimal: decimal ?? found?.decimal ?? ".",
    country: (country as CountryCode | undefined) ?? (DEFAULT_COUNTRY as CountryCode | undefined),
    timeZone: TIME_ZONE,
  };
}
