import { ENGLISH, type Speaker, say } from "#lib/text/words.ts";
import { twoDigits } from "./calendar.ts";
import type { Field } from "./field.ts";
import { isoLocal, localTimeOf } from "./local-time.ts";
import type { DecimalSign, Reading } from "./reading.ts";

/** Postgres' text of a value → the value of a form's control, as it is read again: empty is "", yes/no is `yes` or `no`. */
export function toInputValue(
  field: Pick<Field, "type">,
  pgText: string | null,
  { timeZone, decimal }: Pick<Reading, "timeZone" | "decimal">,
): string {
  if (pgText === null) return "";
  if (field.type === "number") return pgText.replace(".", decimal);
  if (field.type === "datetime") return isoLocal(localTimeOf(pgText, timeZone));
  if (field.type === "yesno") return isYes(pgText) ? "yes" : "no";
  return pgText;
}

/** Postgres' text of a value → words on a page: `1,234.50`, `3 Apr 2025`, `3 Apr 2025, 14:05`, `Yes`; empty is "". */
export function toDisplayValue(
  field: Pick<Field, "type">,
  pgText: string | null,
  timeZone: string,
  t: Speaker = ENGLISH,
): string {
  if (pgText === null) return "";
  switch (field.type) {
    case "number":
      return groupThousands(pgText, t.tag);
    case "date":
      return dateInWords(Number(pgText.slice(0, 4)), Number(pgText.slice(5, 7)), Number(pgText.slice(8, 10)), t.tag);
    case "datetime": {
      const { year, month, day, hour, minute } = localTimeOf(pgText, timeZone);
      return `${dateInWords(year, month, day, t.tag)}, ${twoDigits(hour)}:${twoDigits(minute)}`;
    }
    case "yesno":
      return t(isYes(pgText) ? say("Yes") : say("No"));
    case "text":
    case "choice":
    case "phone":
    case "url":
      return pgText;
    default:
      return field.type satisfies never;
  }
}

/** Postgres writes t, or true after a cast. */
export function isYes(pgText: string): boolean {
  return pgText.startsWith("t");
}

/** Digit by digit, for a numeric has more of them than `Intl` is told. */
function groupThousands(pgText: string, tag: string): string {
  const [whole = "", fraction] = pgText.split(".");
  const { group, decimal } = separatorsOf(tag);
  const grouped = inThrees(whole).join(group);
  return fraction === undefined ? grouped : grouped + decimal + fraction;
}

/** `-1234567` → `-1`, `234`, `567`. */
function inThrees(whole: string): string[] {
  const sign = whole.startsWith("-") ? 1 : 0;
  const first = (whole.length - sign) % 3 || 3;
  const parts = [whole.slice(0, sign + first)];
  for (let at = sign + first; at < whole.length; at += 3) parts.push(whole.slice(at, at + 3));
  return parts;
}

/** How people of a region write the decimals of a number, and so what the other sign means when they type it. */
export const decimalSignOf = (tag: string): DecimalSign => (separatorsOf(tag).decimal === "," ? "," : ".");

const separators = new Map<string, { group: string; decimal: string }>();

function separatorsOf(tag: string): { group: string; decimal: string } {
  const known = separators.get(tag);
  if (known) return known;
  const parts = new Intl.NumberFormat(tag).formatToParts(1234567.8);
  const partOf = (type: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  const found = { group: partOf("group"), decimal: partOf("decimal") };
  separators.set(tag, found);
  return found;
}

const dates = new Map<string, Intl.DateTimeFormat>();

/**
 * The month as a word. Years before 1000 keep their zeros, so that none reads as a year of two digits; the day is
 * written 2,000 years later, when the calendar is the same, since a Date takes year 25 for 1925.
 */
function dateInWords(year: number, month: number, day: number, tag: string): string {
  const format = dates.get(tag) ?? new Intl.DateTimeFormat(tag, { ...DAY, timeZone: "UTC", calendar: "gregory" });
  dates.set(tag, format);
  return format
    .formatToParts(Date.UTC(year + 2000, month - 1, day))
    .map(({ type, value }) => (type === "year" ? String(year).padStart(4, "0") : value))
    .join("");
}

const DAY = { day: "numeric", month: "short", year: "numeric" } as const;
