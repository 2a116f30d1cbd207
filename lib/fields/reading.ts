import type { CountryCode } from "libphonenumber-js";

/** How a person's text is understood, where the text alone does not say. */
export type Reading = {
  /** Of `03/04/2025`. A year of four digits in front is a year in any order. */
  dateOrder: DateOrder;
  /** The decimal sign; the other one groups thousands. */
  decimal: DecimalSign;
  /** Of phone numbers without a country code. Without it only numbers that begin with + are understood. */
  country?: CountryCode;
  /** An IANA name: of a date and time that brings no zone. */
  timeZone: string;
};

export type DateOrder = "dmy" | "mdy" | "ymd";
export type DecimalSign = "." | ",";

/** Where nobody has chosen: 31/12/2025, 1,234.56, UTC. The installation's own zone and country are put over it. */
export const DEFAULT_READING: Reading = { dateOrder: "dmy", decimal: ".", timeZone: "UTC" };
