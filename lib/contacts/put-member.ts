import { lockProfileForEdit } from "#db/locks.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { editableProfile } from "./editable-profile.ts";
import { ensureContact } from "./ensure-contact.ts";
import { erasedHash } from "./erased.ts";
import { inTransaction } from "./in-transaction.ts";
import { readKey } from "./key-of.ts";
import { memberRow } from "./member-row.ts";
import { assertRequired, readJsonValues } from "./read-values.ts";
import { changeMember, insertMember } from "./write-member.ts";

/**
 * A program adds a contact to a profile, or updates it there: fields that are not named keep their value. Answers the
 * key, and whether the contact is new to the profile. Throws Problem as `addContact` does; paths are `fields.NAME`.
 */
export async function putMember(
  person: Person,
  { id, keyKind }: Pick<Profile, "id" | "keyKind">,
  written: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<{ key: string; added: boolean }> {
  authorize(person, "contacts.edit");
  const key = readKey(written, keyKind, keyKind);
  const hash = await erasedHash(key);
  return inTransaction(async (tx) => {
    await lockProfileForEdit(tx, id);
    const profile = await editableProfile(tx, id);
    const values = readJsonValues(profile.fields, fields);
    const contact = await ensureContact(tx, person, key, hash);
    const row = contact.isNew ? null : await memberRow(tx, profile, key, { forUpdate: true });
    if (row) {
      await changeMember(tx, person, profile, row, values);
      return { key, added: false };
    }
    assertRequired(profile.fields, values, ({ name }) => `fields.${name}`);
    await insertMember(tx, person, profile, contact, values);
    return { key, added: true };
  });
}
