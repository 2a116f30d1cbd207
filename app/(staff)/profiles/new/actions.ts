"use server";

import { redirect } from "next/navigation";
import { staffAction } from "#app/_doors/staff-action.ts";
import { createProfile } from "#lib/profiles/create-profile.ts";
import { profileInput } from "#lib/profiles/input.ts";
import { entries, fieldsOf, rowsAfter, rowsOf } from "./field-rows.ts";

/** Create, or one of the buttons that change the list of fields. */
export const sendNewProfile = staffAction("profiles.edit", entries, async (person, values) => {
  const rows = rowsOf(values);
  const changed = rowsAfter(String(values.intent ?? ""), rows);
  if (changed !== null) return { values, data: changed };

  const { fields, places } = fieldsOf(rows);
  const { name, type, description } = values;
  const checked = profileInput.safeParse({ name, type, description, fields });
  if (checked.success) {
    const { id } = await createProfile(person, checked.data);
    redirect(`/profiles/${id}`);
  }
  const errors = checked.error.issues.map(({ path, message }) => [controlOf(path, places), message] as const);
  return { values, errors: Object.fromEntries(errors.reverse()) };
});

/** `fields.1.name` of the schema is `field-<row>-name` of the form. */
function controlOf(path: readonly PropertyKey[], places: number[]): string {
  if (path[0] !== "fields" || typeof path[1] !== "number") return String(path[0] ?? "name");
  return `field-${places[path[1]] ?? 0}-${String(path[2] ?? "name")}`;
}
