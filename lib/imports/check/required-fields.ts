import type { Field } from "#lib/fields/field.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { words } from "#lib/text/words.ts";
import type { Import } from "../import.ts";
import { modeOf } from "./stage-rows.ts";

/**
 * What every cell of a field is held to. For Append or Update a blank one leaves the value of a member alone, and so may
 * be where nothing else may, unless blank cells erase; who is no member yet is looked for later, see `rejectIncomplete`.
 */
export function asEveryCell(
  field: Field,
  { action, mapping, options }: Pick<Import, "action" | "mapping" | "options">,
): Field {
  if (action !== "append-or-update" || !field.required) return field;
  return { ...field, required: options.blankErases === true && modeOf(field, mapping ?? []) === "always" };
}

/**
 * A file that only adds people must bring every required field; one that updates them too need not. Throws Problem
 * `required_field_missing`.
 */
export function assertRequiredBrought({ action, mapping }: Import, profile: Profile): void {
  if (action === "unsubscribe" || action === "append-or-update") return;
  const brought = new Set(mapping?.map(({ target }) => (target?.kind === "field" ? target.fieldId : 0)));
  const missing = profile.fields
    .filter((field) => field.required && !brought.has(field.id))
    .map((field) => `“${field.name}”`);
  if (missing.length === 0) return;
  throw new Problem(
    "invalid",
    "required_field_missing",
    words(
      "No column of the file goes to {fields}, which must not be empty. Nothing was changed. Choose a column for it, or make the field optional.",
      { fields: missing },
    ),
  );
}
