import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { lockProfileForEdit } from "#db/locks.ts";
import { memberTableName } from "#db/member-table.ts";
import { changeCounts } from "#lib/profiles/counts.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { editableProfile } from "./editable-profile.ts";
import { recordEvent } from "./events.ts";
import { inTransaction } from "./in-transaction.ts";
import { statusOf } from "./status.ts";
import { memberNotFound } from "./update-member.ts";

/** Takes a contact out of a profile; the person stays in the repository. Throws Problem `member_not_found`, `profile_busy`. */
export async function removeMember(person: Person, profileId: number, key: string): Promise<void> {
  authorize(person, "contacts.edit");
  await editableProfile(db, profileId); // a number that no profile has can be too large to lock
  await inTransaction(async (tx) => {
    await lockProfileForEdit(tx, profileId);
    const profile = await editableProfile(tx, profileId);
    const { rows } = await tx.execute<{ status: number; import_id: string | null }>(
      sql`delete from ${memberTableName(profile.id)} where key = ${key} returning status, import_id`,
    );
    const [removed] = rows;
    if (!removed) throw memberNotFound(profile.name);
    const importId = removed.import_id === null ? null : Number(removed.import_id);
    await recordEvent(tx, person, key, { kind: "removed", profile, details: { importId } });
    await changeCounts(tx, profile.id, { [statusOf(removed.status)]: -1 });
  });
}
