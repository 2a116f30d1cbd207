"use server";

import { redirect } from "next/navigation";
import { staffAction } from "#app/_doors/staff-action.ts";
import { say } from "#components/words/say.ts";
import type { Translator } from "#components/words/translator.ts";
import { getWords } from "#components/words.ts";
import { type BulkDeed, bulkDeed, PERMISSION_OF } from "#lib/contacts/bulk/bulk-action.ts";
import { countSelected } from "#lib/contacts/bulk/selection.ts";
import { startBulkAction } from "#lib/contacts/bulk/start-bulk-action.ts";
import { statusInput } from "#lib/contacts/change-status.ts";
import { formReading, readFormValues } from "#lib/contacts/read-values.ts";
import { sentForm } from "#lib/http/sent-form.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { authorize } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";
import { queryIn, selectionOf } from "../selection-of.ts";
import { type BulkFormInput, bulkForm } from "./input.ts";

/** All but an export, which is a file at once. */
const JOB_KINDS = bulkDeed.options.map(({ shape }) => shape.kind.value);

/** Starts the action. When another number is meant now, nothing is started and the form asks again with that number. */
export const sendBulk = staffAction("contacts.view", bulkForm, async (person, input) => {
  const t = await getWords();
  const kind = JOB_KINDS.find((each) => each === input.kind) ?? "status";
  authorize(person, PERMISSION_OF[kind]);
  const query = queryIn(new URLSearchParams(input.view));
  const chosen = await selectionOf(person, query);
  if ("wrong" in chosen) return { values: input, message: t(chosen.wrong) };
  const expected = idOf(input.expected);
  if (kind === "erase" && digitsOf(input.confirmation) !== String(expected)) {
    const message = t("Type the number, {expected}, to say that you mean all of them.", { expected });
    return { values: input, data: expected, errors: { confirmation: message } };
  }
  const made = deedOf(kind, input, chosen.profile, idOf(String(query.field ?? "")), t.tag);
  if ("errors" in made) return { values: input, data: expected, errors: inWords(made.errors, t) };
  const now = await countSelected(person, chosen.selection);
  try {
    const id = await startBulkAction(person, chosen.selection, made, expected, sentForm(person, input));
    redirect(`/bulk/${id}`);
  } catch (error) {
    if (error instanceof Problem) return { values: input, data: now, message: t.words(error.words) };
    throw error;
  }
});

/** However its thousands are grouped. */
const digitsOf = (text = ""): string => text.replace(/[\s.,'’]/g, "");

/** Of the plain sentences that `deedOf` answers. */
const inWords = (errors: Record<string, string>, t: Translator) =>
  Object.fromEntries(Object.entries(errors).map(([path, text]) => [path, t(text)]));

function deedOf(
  kind: BulkDeed["kind"],
  input: BulkFormInput,
  profile: Profile | null,
  fieldId: number,
  tag: string,
): BulkDeed | { errors: Record<string, string> } {
  switch (kind) {
    case "status": {
      const read = statusInput.safeParse(input);
      if (read.success) return { kind, ...read.data };
      return { errors: Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join("."), message])) };
    }
    case "set-field": {
      const fields = profile?.fields.filter(({ id }) => id === fieldId) ?? [];
      return { kind, fieldId, value: readFormValues(fields, input, formReading(tag)).get(fieldId) ?? null };
    }
    case "add-to-profile": {
      const profileId = idOf(input.target ?? "");
      return profileId > 0 ? { kind, profileId } : { errors: { target: say("Choose a profile.") } };
    }
    case "remove":
    case "erase":
      return { kind };
    default:
      return kind satisfies never;
  }
}
