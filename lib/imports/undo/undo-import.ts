import { sql } from "drizzle-orm";
import { openClient, over, type Tx } from "#db/client.ts";
import { lockNewContacts, lockProfile, lockProfileAmongAll } from "#db/locks.ts";
import { analyzeMemberTable, memberTableName } from "#db/member-table.ts";
import { NOW } from "#db/now.ts";
import { dropReplaced } from "#db/staging-table.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { failure, NO_FAILURE } from "#lib/text/failure.ts";
import { recount } from "../apply/recount.ts";
import { changeState } from "../change-state.ts";
import type { Import } from "../import.ts";
import { loadImport } from "../queries.ts";
import { refuseUndo } from "./refuse-undo.ts";
import { removeNewContacts } from "./remove-new-contacts.ts";
import { whyNotUndo } from "./request-undo.ts";
import { restoreReplaced } from "./restore-replaced.ts";
import { restoreStatuses } from "./restore-statuses.ts";
import { restoreValues } from "./restore-values.ts";

/**
 * The job: takes back the whole of an import in one transaction. What somebody edited since is kept as edited. The journal
 * stays as long as that of any import: a contact's history tells from it what came and was taken back.
 */
export async function undoImport(importId: number): Promise<void> {
  const client = await openClient();
  try {
    const profileId = await over(client).transaction((tx) => undoIn(tx, importId));
    if (profileId !== null) await analyzeMemberTable(over(client), profileId);
  } finally {
    await client.end();
  }
}

/** Answers the profile whose members changed; null when there was nothing to do, or nothing may be done any more. */
async function undoIn(tx: Tx, importId: number): Promise<number | null> {
  await tx.execute(sql`set local work_mem = '128MB'`);
  await tx.execute(sql`set local maintenance_work_mem = '256MB'`);
  const { profileId, action } = await loadImport(tx, importId);
  await (action === "unsubscribe" ? lockProfileAmongAll(tx, profileId) : lockProfile(tx, profileId));
  // Another server may have done it while this one waited.
  const done = await loadImport(tx, importId);
  if (done.state !== "done") return null;
  const why = await whyNotUndo(tx, done);
  if (why) {
    await refuseUndo(tx, importId, failure(why.code, why.words));
    return null;
  }
  const profile = await loadProfile(tx, done.profileId);
  await lockNewContacts(tx);
  await takeBack(tx, done, profile);
  await recount(tx, profile.id);
  await changeState(tx, importId, "undone", { undoneAt: NOW, ...NO_FAILURE });
  await dropReplaced(tx, importId);
  return profile.id;
}

async function takeBack(tx: Tx, done: Import, profile: Profile): Promise<void> {
  switch (done.action) {
    case "append":
      await removeAdded(tx, done, profile);
      break;
    case "append-or-update":
      await restoreValues(tx, done, profile);
      await removeAdded(tx, done, profile);
      break;
    case "overwrite":
      await restoreReplaced(tx, done, profile);
      break;
    case "unsubscribe":
      await restoreStatuses(tx, done);
      break;
    default:
      done.action satisfies never;
  }
  await removeNewContacts(tx, done);
}

/** Members that it added leave, but for those whose values somebody edited since. */
async function removeAdded(tx: Tx, { id }: Import, profile: Profile): Promise<void> {
  await tx.execute(sql`
    delete from ${memberTableName(profile.id)}
    where import_id = ${id} and updated_at = created_at`);
}
