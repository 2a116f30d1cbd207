import { db } from "#db/client.ts";
import { lockProfileForEdit } from "#db/locks.ts";
import type { Field } from "#lib/fields/field.ts";
import type { Reading } from "#lib/fields/reading.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { editableProfile } from "./editable-profile.ts";
import { ensureContact, type HeldContact } from "./ensure-contact.ts";
import { erasedHash } from "./erased.ts";
import type { FieldChange } from "./events.ts";
import { inTransaction } from "./in-transaction.ts";
import { readKey } from "./key-of.ts";
import { memberRow } from "./member-row.ts";
import { assertRequired, controlOf, formReading, readFormValues } from "./read-values.ts";
import { changesOf, insertMember } from "./write-member.ts";

export type NewContactInput = {
  profileId: number;
  /** The email or mobile as it was typed. */
  key: string;
  /** The controls of the form by name: see `controlOf`. */
  values: Readonly<Record<string, unknown>>;
};

export type NewContact =
  | { outcome: "added"; contact: HeldContact }
  /** The person is in the profile already: nothing was changed. `changes` is what the filled-in values would change. */
  | { outcome: "exists"; contact: HeldContact; changes: FieldChange[]; version: string };

/**
 * New Contact: puts a person into a Regular or Mobile Only profile. A person whom the repository knows as unsubscribed
 * or bounced goes in with that status.
 *
 * Throws Problem with the paths of the form's controls (`key`, `f31`): `wrong_key`, `wrong_values`; `contact_erased`,
 * `profile_not_found`, `profile_is_virtual`, `profile_busy`.
 */
export async function addContact(
  person: Person,
  { profileId, key: written, values }: NewContactInput,
  reading: Reading = formReading(),
): Promise<NewContact> {
  authorize(person, "contacts.edit");
  const kind = (await editableProfile(db, profileId)).keyKind;
  const key = readKey(written, kind, "key");
  const hash = await erasedHash(key);
  return inTransaction(async (tx) => {
    await lockProfileForEdit(tx, profileId);
    const profile = await editableProfile(tx, profileId);
    const contact = await ensureContact(tx, person, key, hash);
    const existing = contact.isNew ? null : await memberRow(tx, profile, key);
    if (existing) {
      const given = readFormValues(optional(profile.fields), values, reading);
      const filled = new Map([...given].filter(([, value]) => value !== null));
      const changes = changesOf(profile.fields, existing, filled);
      return { outcome: "exists", contact, changes, version: existing.version };
    }
    const read = readFormValues(profile.fields, values, reading);
    assertRequired(profile.fields, read, controlOf);
    await insertMember(tx, person, profile, contact, read);
    return { outcome: "added", contact };
  });
}

/** Of a person who is there already an empty control means: as it is. */
const optional = (fields: readonly Field[]): Field[] => fields.map((field) => ({ ...field, required: false }));
