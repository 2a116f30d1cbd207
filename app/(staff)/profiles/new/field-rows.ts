import type { Translator } from "#components/words/translator.ts";
import type { Field } from "#lib/fields/field.ts";
import { optionsFromLines } from "#lib/fields/options-from-lines.ts";

/*
 * The fields of the New Profile form. Each row is `field-<n>-name`, `-type`, `-required`, `-options`, and `rows` says how
 * many there are: buttons that add, move or remove a row post the form, and it comes back, so it needs no JavaScript.
 */

/** `id` only tells rows apart while they move. */
export type FieldRow = { id: number; name: string; type: string; required: boolean; options: string };

const emptyRow = (id: number, name = ""): FieldRow => ({ id, name, type: "text", required: false, options: "" });
/** Of a form that has not been sent: what most audiences know of their people, and an empty one to go on with. */
export const firstRows = (t: Translator): FieldRow[] => [
  emptyRow(1, t("First name")),
  emptyRow(2, t("Last name")),
  emptyRow(3),
];

/** A form's entries as they come: every value is a text, or a list of them. */
export type Entries = Record<string, string | string[]>;

const text = (value: Entries[string] | undefined): string => (typeof value === "string" ? value : "");

export function rowsOf(values: Entries): FieldRow[] {
  const count = Math.min(Number.parseInt(text(values.rows), 10) || 0, 600);
  return Array.from({ length: count }, (_, row) => ({
    id: Number.parseInt(text(values[`field-${row}-id`]), 10) || row + 1,
    name: text(values[`field-${row}-name`]),
    type: text(values[`field-${row}-type`]) || "text",
    required: values[`field-${row}-required`] !== undefined,
    options: text(values[`field-${row}-options`]),
  }));
}

/** Rows for fields that are there elsewhere, and an empty one to go on with. */
export function rowsOfFields(fields: readonly (Pick<Field, "name" | "type"> & Partial<Field>)[]): FieldRow[] {
  const rows = fields.map(({ name, type, required = false, options = [] }, at) => ({
    id: at + 1,
    name,
    type,
    required,
    options: options.join("\n"),
  }));
  return [...rows, emptyRow(rows.length + 1)];
}

/** The rows after a press on a button other than Create; null for Create. */
export function rowsAfter(intent: string, rows: FieldRow[]): FieldRow[] | null {
  const [what, at] = intent.split("-");
  const row = Number(at);
  switch (what) {
    case "add":
      return [...rows, emptyRow(Math.max(0, ...rows.map(({ id }) => id)) + 1)];
    case "remove":
      return rows.filter((_, index) => index !== row);
    case "up":
      return swapped(rows, row, row - 1);
    case "down":
      return swapped(rows, row, row + 1);
    default:
      return null;
  }
}

function swapped(rows: FieldRow[], one: number, other: number): FieldRow[] {
  const [a, b] = [rows[one], rows[other]];
  if (!a || !b) return rows;
  return rows.map((row, index) => (index === one ? b : index === other ? a : row));
}

/** The rows as `profileInput` wants them, without those that are left empty; `places` leads back from its paths to the rows. */
export function fieldsOf(rows: FieldRow[]): { fields: object[]; places: number[] } {
  const kept = rows.flatMap((row, place) =>
    row.name.trim() === "" && row.options.trim() === "" ? [] : [{ row, place }],
  );
  return {
    fields: kept.map(({ row: { name, type, required, options } }) => ({
      name,
      type,
      required,
      options: type === "choice" ? optionsFromLines(options) : [],
    })),
    places: kept.map(({ place }) => place),
  };
}
