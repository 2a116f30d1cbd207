import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { fields } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import type { Field } from "#lib/fields/field.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { changeProfile } from "../change-profile.ts";
import type { Profile } from "../profile.ts";
import { fieldOf } from "./find-field.ts";

/** Puts a field at another place among the fields: 0 is the first, and what is too far is the last. */
export async function moveField(person: Person, profileId: number, fieldId: number, place: number): Promise<void> {
  authorize(person, "profiles.edit");
  await changeProfile(profileId, (tx, profile) => moveIn(tx, person, profile, fieldOf(profile, fieldId), place));
}

/** As `moveField`, within a change of the profile. */
export async function moveIn(tx: Tx, person: Person, profile: Profile, field: Field, place: number): Promise<void> {
  const others = profile.fields.filter(({ id }) => id !== field.id);
  const inOrder = others.toSpliced(Math.max(0, place), 0, field);
  await number(tx, inOrder);
  if (inOrder.indexOf(field) !== profile.fields.indexOf(field))
    await recordAudit(tx, person, "field-moved", { profileId: profile.id, fieldId: field.id });
}

/** One place up or down, as a button says it. */
export async function stepField(person: Person, profileId: number, fieldId: number, by: -1 | 1): Promise<void> {
  authorize(person, "profiles.edit");
  await changeProfile(profileId, async (tx, profile) => {
    const field = fieldOf(profile, fieldId);
    await moveIn(tx, person, profile, field, profile.fields.indexOf(field) + by);
  });
}

async function number(tx: Tx, inOrder: readonly Field[]): Promise<void> {
  for (const [position, field] of inOrder.entries()) {
    if (field.position !== position) await tx.update(fields).set({ position }).where(eq(fields.id, field.id));
  }
}
