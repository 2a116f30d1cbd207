"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "#app/_doors/form-state.ts";
import { staffAction } from "#app/_doors/staff-action.ts";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { say } from "#components/words/say.ts";
import type { Translator } from "#components/words/translator.ts";
import { getWords } from "#components/words.ts";
import type { FieldChange } from "#lib/contacts/events.ts";
import { addContact } from "#lib/contacts/new-contact.ts";
import { formReading } from "#lib/contacts/read-values.ts";
import type { Status } from "#lib/contacts/status.ts";
import { updateMember } from "#lib/contacts/update-member.ts";
import { toDisplayValue } from "#lib/fields/json-value.ts";

/** What the form is told beside errors. */
export type NewContactData =
  | { outcome: "added"; contactId: number; key: string; status: Status }
  | {
      outcome: "exists";
      contactId: number;
      key: string;
      status: Status;
      version: string;
      changes: { name: string; before: string; after: string }[];
    };

const input = z
  .object({
    profile: z.coerce.number().int().positive(),
    key: z.string().max(2000, say("This is too long for an address.")),
    intent: z.enum(["add", "update"]).catch("add"),
    /** Of the contact that the form said is there already. */
    existing: z.coerce.number().int().positive().optional().catch(undefined),
    existingKey: z.string().optional().catch(undefined),
    version: z.string().optional().catch(undefined),
  })
  .catchall(z.union([z.string(), z.array(z.string())]));

/** Adds the contact, or, when the person has seen what is there, gives the one that exists the values filled in. */
export const sendNewContact = staffAction("contacts.edit", input, async (person, sent) => {
  const { profile, key, intent, existing, existingKey, version, ...values } = sent;
  const unchanged = key === existingKey;
  const reading = formReading((await getWords()).tag);
  if (intent === "update" && existing && version && unchanged) {
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
    await updateMember(person, { contactId: existing, profileId: profile, version, values: filled }, reading);
    redirect(`/contacts/${existing}?saved=${profile}`);
  }
  const result = await addContact(person, { profileId: profile, key, values }, reading);
  const { contact } = result;
  const about = { contactId: contact.id, key: contact.key, status: contact.status };
  if (result.outcome === "added") return { data: { outcome: "added", ...about } satisfies NewContactData };
  const { version: seen, changes } = result;
  const data: NewContactData = {
    outcome: "exists",
    ...about,
    version: seen,
    changes: inWords(changes, await getWords()),
  };
  return { values: { key, ...values } as FormState["values"], data };
});

function inWords(changes: readonly FieldChange[], t: Translator) {
  const show = ({ type }: FieldChange, value: string | null) =>
    toDisplayValue({ type }, value, environmentTimeZone(), t);
  return changes.map((change) => ({
    name: change.name,
    before: show(change, change.before),
    after: show(change, change.after),
  }));
}
