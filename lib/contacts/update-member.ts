import { db } from "#db/client.ts";
import { lockProfileForEdit } from "#db/locks.ts";
import type { Field } from "#lib/fields/field.ts";
import { toInputValue } from "#lib/fields/json-value.ts";
import type { Reading } from "#lib/fields/reading.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { words } from "#lib/text/words.ts";
import { contactById } from "./contact.ts";
import { editableProfile } from "./editable-profile.ts";
import type { FieldChange } from "./events.ts";
import { inTransaction } from "./in-transaction.ts";
import { type MemberRow, memberRow } from "./member-row.ts";
import { controlOf, formReading, readFormValues } from "./read-values.ts";
import { changeMember } from "./write-member.ts";

export type UpdateMemberInput = {
  contactId: number;
  profileId: number;
  /** The version of the member that the person saw. */
  version: string;
  /** The controls of the form by name: see `controlOf`. Fields that are not among them keep their value. */
  values: Readonly<Record<string, unknown>>;
};

/**
 * Gives a member of a profile other values, and answers what changed. Throws Problem `member_changed` when somebody else
 * changed the member since `version`: nothing is overwritten unseen. Also `wrong_values`, `contact_not_found`,
 * `member_not_found`, `profile_busy`.
 */
export async function updateMember(
  person: Person,
  input: UpdateMemberInput,
  reading: Reading = formReading(),
): Promise<FieldChange[]> {
  authorize(person, "contacts.edit");
  const { contactId, profileId, version, values } = input;
  const { key } = await contactById(person, contactId);
  await editableProfile(db, profileId); // a number that no profile has can be too large to lock
  return inTransaction(async (tx) => {
    await lockProfileForEdit(tx, profileId);
    const profile = await editableProfile(tx, profileId);
    const row = await memberRow(tx, profile, key, { forUpdate: true });
    if (!row) throw memberNotFound(profile.name);
    const given = readFormValues(profile.fields, touched(profile.fields, row, values, reading), reading);
    if (row.version !== version) throw changedMeanwhile();
    return changeMember(tx, person, profile, row, given);
  });
}

/**
 * Without the controls that still hold what the form showed: a value that no control can express (a split second, an
 * option that was taken away since) stays as it is.
 */
function touched(fields: readonly Field[], row: MemberRow, values: UpdateMemberInput["values"], reading: Reading) {
  const untouched = fields.filter((field) => {
    const sent = values[controlOf(field)];
    return typeof sent === "string" && sameLines(sent, toInputValue(field, row.values[field.id] ?? null, reading));
  });
  const names = new Set(untouched.map(controlOf));
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
}

/** A browser sends each line's end as CR LF. */
const sameLines = (one: string, other: string): boolean =>
  one.replaceAll("\r\n", "\n") === other.replaceAll("\r\n", "\n");

export const memberNotFound = (profileName: string) =>
  new Problem("not_found", "member_not_found", words("This contact is not in {profile}.", { profile: profileName }));

const changedMeanwhile = () =>
  new Problem(
    "conflict",
    "member_changed",
    "Somebody else changed this contact while you were editing. Nothing was saved yet. Compare your values with those that are there now, then save again.",
  );
