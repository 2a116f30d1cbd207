import { db } from "#db/client.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile, profileById } from "#lib/profiles/queries.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Contact } from "./contact.ts";
import { editableProfile } from "./editable-profile.ts";
import { type MemberRow, memberRow } from "./member-row.ts";
import { profilesWith } from "./profiles-with.ts";
import { memberNotFound } from "./update-member.ts";

/** A contact in one profile, with that profile's values. */
export type Membership = MemberRow & { profile: Profile };

/** Every Regular or Mobile Only profile that the contact is in, the oldest profile first. */
export async function membershipsOf(person: Person, { key }: Contact): Promise<Membership[]> {
  authorize(person, "contacts.view");
  const found: Membership[] = [];
  for (const id of await profilesWith(db, key)) {
    const profile = await loadProfile(db, id);
    const row = await memberRow(db, profile, key);
    if (row) found.push({ ...row, profile });
  }
  return found;
}

/** Throws Problem `profile_not_found`, `profile_is_virtual`, `member_not_found`. */
export async function membershipIn(person: Person, { key }: Contact, profileId: number): Promise<Membership> {
  authorize(person, "contacts.view");
  const profile = await editableProfile(db, (await profileById(person, profileId)).id);
  const row = await memberRow(db, profile, key);
  if (!row) throw memberNotFound(profile.name);
  return { ...row, profile };
}
