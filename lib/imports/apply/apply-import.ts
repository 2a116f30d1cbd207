import { isDeepStrictEqual } from "node:util";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Client } from "pg";
import { db, openClient, over, type Tx } from "#db/client.ts";
import { lockNewContacts, lockProfile, lockProfileAmongAll } from "#db/locks.ts";
import { analyzeMemberTable } from "#db/member-table.ts";
import { NOW } from "#db/now.ts";
import { imports, profiles } from "#db/schema.ts";
import { dropStaging, stagingTable } from "#db/staging-table.ts";
import { erasedHashInSql } from "#lib/contacts/erased.ts";
import type { Field } from "#lib/fields/field.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { failure } from "#lib/text/failure.ts";
import { words } from "#lib/text/words.ts";
import { cancelForErased } from "../cancel-for-erased.ts";
import { changeState } from "../change-state.ts";
import { rejectIncomplete } from "../check/reject-incomplete.ts";
import { reviewImport } from "../check/review-import.ts";
import { stageAgain } from "../check/stage-rows.ts";
import { bringsErasedBack } from "../erased-meanwhile.ts";
import { appliesItself, type Import } from "../import.ts";
import { loadImport } from "../queries.ts";
import { addContacts } from "./add-contacts.ts";
import { addMembers } from "./add-members.ts";
import { overwriteMembers } from "./overwrite-members.ts";
import { recount } from "./recount.ts";
import { unsubscribeContacts } from "./unsubscribe-contacts.ts";
import { updateMembers } from "./update-members.ts";

/**
 * The job: puts what the review promised into repository and profile, in one transaction. When the profile is no longer
 * as it was reviewed, a program's import is counted anew and goes in, unless it now lets too many leave; a person's goes
 * back to Ready and says so.
 */
export async function applyImport(importId: number): Promise<void> {
  const began = await db.transaction((tx) =>
    changeState(tx, importId, "applying", { applyStartedAt: NOW }, ["ready", "applying"]),
  );
  if (!began) return;
  const erasedHash = await erasedHashInSql();
  const client = await openClient();
  try {
    const profileId = await over(client).transaction((tx) => applyIn(tx, client, importId, erasedHash));
    if (profileId !== null) await analyzeMemberTable(over(client), profileId);
  } finally {
    await client.end();
  }
}

/** Answers the profile whose members changed, or null. */
async function applyIn(
  tx: Tx,
  client: Client,
  importId: number,
  erasedHash: (key: SQL) => SQL,
): Promise<number | null> {
  await tx.execute(sql`set local work_mem = '128MB'`);
  await tx.execute(sql`set local maintenance_work_mem = '256MB'`);
  const { profileId, action } = await loadImport(tx, importId);
  await (action === "unsubscribe" ? lockProfileAmongAll(tx, profileId) : lockProfile(tx, profileId));
  // Another server may have done it while this one waited.
  const started = await loadImport(tx, importId);
  if (started.state !== "applying") return null;
  if (await bringsErasedBack(tx, started, erasedHash)) {
    await cancelForErased(tx, importId);
    return null;
  }
  const profile = await presentProfile(tx, started);
  const fields = broughtFields(started, profile);
  await lockNewContacts(tx);
  const now = await reviewedNow(tx, client, started, profile, fields);
  if (now === null) return null;

  const at = await timeOf(tx);
  const newContacts = await addContacts(tx, now, at);
  await changeMembers(tx, now, profile, fields, at);
  await recount(tx, profile.id);
  await tx.update(profiles).set({ lastImportAt: at }).where(eq(profiles.id, profile.id));
  // Other profiles' imports may have brought some of these people since the review.
  const review = now.review && { ...now.review, newContacts };
  await dropStaging(tx, importId);
  const end = { appliedAt: at, finishedAt: await timeOf(tx), progressDone: 0, progressTotal: 0 };
  await changeState(tx, importId, "done", { review, ...end });
  return profile.id;
}

/**
 * A moment of an Apply, by the database's clock: edits are stamped by that one too, and undo tells what was edited since
 * by comparing the two.
 */
async function timeOf(tx: Tx): Promise<Date> {
  const { rows } = await tx.execute<{ now: string }>(
    sql`select extract(epoch from date_trunc('milliseconds', clock_timestamp())) * 1000 as now`,
  );
  return new Date(Number(rows[0]?.now));
}

async function presentProfile(tx: Tx, { profileId, profileName }: Import): Promise<Profile> {
  try {
    return await loadProfile(tx, profileId);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(
      "conflict",
      "profile_gone",
      words("The profile “{name}” was deleted meanwhile. Nothing was changed.", { name: profileName }),
    );
  }
}

/** Throws Problem `field_gone` when a field that the file goes to was deleted since. */
function broughtFields({ mapping }: Import, { fields, name }: Profile): Field[] {
  return (mapping ?? []).flatMap(({ target, column }) => {
    if (target?.kind !== "field") return [];
    const field = fields.find((each) => each.id === target.fieldId);
    if (field) return [field];
    throw new Problem(
      "conflict",
      "field_gone",
      words(
        "The field of “{name}” that the column “{column}” goes to was deleted meanwhile. Nothing was changed. Import the file again.",
        { name, column },
      ),
    );
  });
}

/**
 * The import with counts that hold now; null when a person has to look at them again. What an Unsubscribe does depends on
 * the repository, which changes without its profile: it is always counted anew.
 */
async function reviewedNow(
  tx: Tx,
  client: Client,
  started: Import,
  profile: Profile,
  fields: Field[],
): Promise<Import | null> {
  if (started.action !== "unsubscribe" && started.reviewedRevision === profile.revision) return started;
  const lacking = await rejectIncomplete(tx, client, started, profile, stagingTable(started.id));
  await stageAgain(tx, started, profile, fields);
  const { counts, review } = await reviewImport(tx, started, profile, fields);
  const warnings = started.warnings - lacking.warnings;
  const fresh = { ...counts, warnings, review, reviewedRevision: profile.revision };
  const same = isDeepStrictEqual([counts, review], [countsOf(started), started.review]);
  if (same || appliesItself(started, review)) {
    await tx.update(imports).set(fresh).where(eq(imports.id, started.id));
    return { ...started, ...fresh };
  }
  await changeState(tx, started.id, "ready", {
    ...fresh,
    applyRequestedAt: null,
    applyStartedAt: null,
    ...(started.action === "unsubscribe" ? CONTACTS_CHANGED : PROFILE_CHANGED),
  });
  return null;
}

const PROFILE_CHANGED = failure(
  "profile_changed",
  words("The profile changed after the review. The numbers below are new: look at them, then apply."),
);
const CONTACTS_CHANGED = failure(
  "contacts_changed",
  words("Contacts changed after the review. The numbers below are new: look at them, then apply."),
);

const countsOf = ({ new: added, updated, unchanged, duplicate, rejected, read }: Import) => ({
  new: added,
  updated,
  unchanged,
  duplicate,
  rejected,
  read,
});

function changeMembers(tx: Tx, started: Import, profile: Profile, fields: Field[], at: Date): Promise<void> {
  switch (started.action) {
    case "append":
      return addMembers(tx, started, profile, fields, at);
    case "append-or-update":
      return updateMembers(tx, started, profile, fields, at).then(() => addMembers(tx, started, profile, fields, at));
    case "overwrite":
      return overwriteMembers(tx, started, profile, fields, at);
    case "unsubscribe":
      return unsubscribeContacts(tx, started, at);
    default:
      return started.action satisfies never;
  }
}
