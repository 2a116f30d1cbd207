"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffAction } from "#app/_doors/staff-action.ts";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { getWords } from "#components/words.ts";
import { contactById } from "#lib/contacts/contact.ts";
import { membershipIn } from "#lib/contacts/memberships.ts";
import { formReading } from "#lib/contacts/read-values.ts";
import { updateMember } from "#lib/contacts/update-member.ts";
import { toDisplayValue } from "#lib/fields/json-value.ts";
import { Problem } from "#lib/problem.ts";
import type { Person } from "#lib/staff/permissions.ts";

const id = z.coerce.number().int().positive();
const input = z
  .object({ contact: id, profile: id, version: z.string() })
  .catchall(z.union([z.string(), z.array(z.string())]));

/** What the contact has now, for a person who was told that somebody else changed it. */
export type ThereNow = { version: string; values: { name: string; value: string }[] };

/** Saves the values; when somebody else did so first, the form comes back with theirs beside the person's own. */
export const sendEdit = staffAction("contacts.edit", input, async (person, sent) => {
  const { contact, profile, version, ...values } = sent;
  const t = await getWords();
  try {
    await updateMember(person, { contactId: contact, profileId: profile, version, values }, formReading(t.tag));
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "member_changed") throw error;
    return { message: t.words(error.words), values, data: await thereNow(person, contact, profile) };
  }
  redirect(`/contacts/${contact}?saved=${profile}`);
});

async function thereNow(person: Person, contactId: number, profileId: number): Promise<ThereNow> {
  const t = await getWords();
  const { profile, values, version } = await membershipIn(person, await contactById(person, contactId), profileId);
  return {
    version,
    values: profile.fields.map((field) => ({
      name: field.name,
      value: toDisplayValue(field, values[field.id] ?? null, environmentTimeZone(), t),
    })),
  };
}
