import { controlOf } from "#lib/contacts/read-values.ts";
import type { Field } from "#lib/fields/field.ts";
import { toInputValue } from "#lib/fields/json-value.ts";
import type { Reading } from "#lib/fields/reading.ts";

/** One question of a form about a contact's values: what a page's form in the browser needs to know of a field. */
export type ValueControl = {
  name: string;
  label: string;
  type: Field["type"];
  required: boolean;
  options: readonly string[];
  /** What the control shows before anybody types. */
  value: string;
};

/** The controls of a profile's fields, in their order; empty without `values` (by field id, as Postgres writes them). */
export function valueControls(
  fields: readonly Field[],
  reading: Reading,
  values: Readonly<Record<number, string | null>> = {},
): ValueControl[] {
  return fields.map((field) => ({
    name: controlOf(field),
    label: field.name,
    type: field.type,
    required: field.required,
    options: field.options,
    value: toInputValue(field, values[field.id] ?? null, reading),
  }));
}
