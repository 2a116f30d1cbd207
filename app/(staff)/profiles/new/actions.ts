"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffAction } from "#app/_doors/staff-action.ts";
import type { Translator } from "#components/words/translator.ts";
import { getWords } from "#components/words.ts";
import { createProfile } from "#lib/profiles/create-profile.ts";
import { fieldsFromText } from "#lib/profiles/fields-from-text.ts";
import { profileInput } from "#lib/profiles/input.ts";
import { profileById } from "#lib/profiles/queries.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";
import { issueWords } from "#lib/text/issue-words.ts";
import { type Entries, fieldsOf, rowsAfter, rowsOf, rowsOfFields } from "./field-rows.ts";

const entries = z.record(z.string().max(200), z.union([z.string().max(200_000), z.array(z.string()).max(1000)]));

/** Create, or one of the buttons that change the list of fields. */
export const sendNewProfile = staffAction("profiles.edit", entries, async (person, values) => {
  const t = await getWords();
  const rows = rowsOf(values);
  if (values.intent === "copy") return copied(person, values, t);
  if (values.intent === "header") return fromHeader(values, t);
  const changed = rowsAfter(String(values.intent ?? ""), rows);
  if (changed !== null) return { values, data: changed };

  const { name, type, description } = values;
  if (type === "virtual") return onToTheSource(String(name ?? ""), String(description ?? ""), values, t);
  const { fields, places } = fieldsOf(rows);
  const checked = profileInput.safeParse({ name, type, description, fields });
  if (checked.success) {
    const { id } = await createProfile(person, checked.data);
    redirect(`/profiles/${id}`);
  }
  const errors = checked.error.issues.map(
    (issue) => [controlOf(issue.path, places), t.words(issueWords(issue))] as const,
  );
  return { values, errors: Object.fromEntries(errors.reverse()) };
});

/** A Virtual profile needs a name now; its source and its rules come on the next pages. */
function onToTheSource(name: string, description: string, values: Entries, t: Translator) {
  const checked = profileInput.pick({ name: true, description: true }).safeParse({ name, description });
  if (checked.success) redirect(`/virtual/new?${new URLSearchParams(checked.data)}`);
  const errors = checked.error.issues.map((issue) => [String(issue.path[0]), t.words(issueWords(issue))] as const);
  return { values, errors: Object.fromEntries(errors.reverse()) };
}

async function copied(person: Person, values: Entries, t: Translator) {
  const id = idOf(String(values.copyOf ?? ""));
  if (id === 0) return { values, errors: { copyOf: t("Choose the profile whose fields you want.") } };
  const { name, fields } = await profileById(person, id);
  return {
    values,
    data: rowsOfFields(fields),
    notice: t("These are the fields of “{name}”. Change them as you like.", { name }),
  };
}

/** The rows that were there are replaced: they were a suggestion, or the same columns read before. */
function fromHeader(values: Entries, t: Translator) {
  const keyKind = values.type === "mobile_only" ? "mobile" : "email";
  const found = fieldsFromText(String(values.header ?? ""), keyKind);
  const n = found.length;
  const notice =
    keyKind === "email"
      ? t("{n, plural, one {# column became a field.} other {# columns became fields.}} The email is there anyway.", {
          n,
        })
      : t("{n, plural, one {# column became a field.} other {# columns became fields.}} The mobile is there anyway.", {
          n,
        });
  return { values: { ...values, header: "" }, data: rowsOfFields(found), notice };
}

/** `fields.1.name` of the schema is `field-<row>-name` of the form. */
function controlOf(path: readonly PropertyKey[], places: number[]): string {
  if (path[0] !== "fields" || typeof path[1] !== "number") return String(path[0] ?? "name");
  return `field-${places[path[1]] ?? 0}-${String(path[2] ?? "name")}`;
}
