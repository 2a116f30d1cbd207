import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { words } from "#lib/text/words.ts";
import type { Import } from "../import.ts";

/** A file that adds people must bring every required field. Throws Problem `required_field_missing`. */
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
