"use server";

import { redirect } from "next/navigation";
import { staffAction } from "#app/_doors/staff-action.ts";
import { createProfile } from "#lib/profiles/create-profile.ts";
import { fieldsFromText } from "#lib/profiles/fields-from-text.ts";
import { profileInput } from "#lib/profiles/input.ts";
import { profileById } from "#lib/profiles/queries.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";
import { type Entries, entries, fieldsOf, rowsAfter, rowsOf, rowsOfFields } from "./field-rows.ts";

/** Create, or one of the buttons that change the list of fields. */
export const sendNewProfile = staffAction("profiles.edit", entries, async (person, values) => {
  const rows = rowsOf(values);
  if (values.intent === "copy") return copied(person, values);
  if (values.intent === "header") return fromHeader(values);
  const changed = rowsAfter(String(values.intent ?? ""), rows);
  if (changed !== null) return { values, data: changed };

  const { name, type, description } = values;
  if (type === "virtual") return onToTheSource(String(name ?? ""), String(description ?? ""), values);
  const { fields, places } = fieldsOf(rows);
  const checked = profileInput.safeParse({ name, type, description, fields });
  if (checked.success) {
    const { id } = await createProfile(person, checked.data);
    redirect(`/profiles/${id}`);
  }
  const errors = checked.error.issues.map(({ path, message }) => [controlOf(path, places), message] as const);
  return { values, errors: Object.fromEntries(errors.reverse()) };
});

/** A Virtual profile needs a name now; its source and its rules come on the next pages. */
function onToTheSource(name: string, description: string, values: Entries) {
  const checked = profileInput.pick({ name: true, description: true }).safeParse({ name, description });
  if (checked.success) redirect(`/virtual/new?${new URLSearchParams(checked.data)}`);
  const errors = checked.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
  return { values, errors: Object.fromEntries(errors.reverse()) };
}

async function copied(person: Person, values: Entries) {
  const id = idOf(String(values.copyOf ?? ""));
  if (id === 0) return { values, errors: { copyOf: "Choose the profile whose fields you want." } };
  const { name, fields } = await profileById(person, id);
  return { values, data: rowsOfFields(fields), notice: `These are the fields of “${name}”. Change them as you like.` };
}

/** The rows that were there are replaced: they were a suggestion, or the same columns read before. */
function fromHeader(values: Entries) {
  const keyKind = values.type === "mobile_only" ? "mobile" : "email";
  const found = fieldsFromText(String(values.header ?? ""), keyKind);
  const key = keyKind === "email" ? "The email" : "The mobile";
  const notice = `${found.length} ${found.length === 1 ? "column became a field" : "columns became fields"}. ${key} is there anyway.`;
  return { values: { ...values, header: "" }, data: rowsOfFields(found), notice };
}

/** `fields.1.name` of the schema is `field-<row>-name` of the form. */
function controlOf(path: readonly PropertyKey[], places: number[]): string {
  if (path[0] !== "fields" || typeof path[1] !== "number") return String(path[0] ?? "name");
  return `field-${places[path[1]] ?? 0}-${String(path[2] ?? "name")}`;
}
