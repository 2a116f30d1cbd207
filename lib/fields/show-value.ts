import { isoDate, twoDigits } from "./calendar.ts";
import type { Field } from "./field.ts";
import { isoLocal, localTimeOf } from "./local-time.ts";

/** Postgres' text of a value → the value of a form's control: empty is "", yes/no is `yes` or `no`. */
export function toInputValue(field: Pick<Field, "type">, pgText: string | null, timeZone: string): string {
  if (pgText === null) return "";
  if (field.type === "datetime") return isoLocal(localTimeOf(pgText, timeZone));
  if (field.type === "yesno") return isYes(pgText) ? "yes" : "no";
  return pgText;
}

/** Postgres' text of a value → words on a page: `1,234.50`, `3 Apr 2025`, `3 Apr 2025, 14:05`, `Yes`; empty is "". */
export function toDisplayValue(field: Pick<Field, "type">, pgText: string | null, timeZone: string): string {
  if (pgText === null) return "";
  switch (field.type) {
    case "number":
      return groupThousands(pgText);
    case "date":
      return dateInWords(Number(pgText.slice(0, 4)), Number(pgText.slice(5, 7)), Number(pgText.slice(8, 10)));
    case "datetime": {
      const { year, month, day, hour, minute } = localTimeOf(pgText, timeZone);
      return `${dateInWords(year, month, day)}, ${twoDigits(hour)}:${twoDigits(minute)}`;
    }
    case "yesno":
      return isYes(pgText) ? "Yes" : "No";
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
function groupThousands(pgText: string): string {
  const point = pgText.indexOf(".");
  const whole = point === -1 ? pgText : pgText.slice(0, point);
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ",") + pgText.slice(whole.length);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

/** As `Intl` writes it in British English; years before 1000 keep their zeros, so that none reads as a year of two digits. */
function dateInWords(year: number, month: number, day: number): string {
  return `${day} ${MONTHS[month - 1]} ${isoDate(year, 1, 1).slice(0, 4)}`;
}
