/*
 * The text format of COPY: https://www.postgresql.org/docs/18/sql-copy.html#SQL-COPY-FILE-FORMATS
 * Cells end with a tab, rows with a line feed; both, and the backslash, are escaped inside of a value.
 */

const NULL = "\\N";

/** One row, its line feed included. */
export function copyLine(values: readonly (string | number | null)[]): string {
  let line = "";
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (index > 0) line += "\t";
    line += value === null || value === undefined ? NULL : typeof value === "number" ? value : escapeText(value);
  }
  return `${line}\n`;
}

/** One value. */
export function escapeText(value: string): string {
  return NEEDS_ESCAPE.test(value) ? value.replace(EACH, (sign) => ESCAPED[sign] ?? sign) : value;
}

/** A text[] as a value of COPY: the array's own quoting first, COPY's around it. */
export function copyArray(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}

const NEEDS_ESCAPE = /[\\\t\n\r]/;
const EACH = /[\\\t\n\r]/g;
const ESCAPED: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
