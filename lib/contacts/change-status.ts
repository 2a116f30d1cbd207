import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { lockAllProfilesForEdit } from "#db/locks.ts";
import { memberTableName } from "#db/member-table.ts";
import { contacts } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import { changeCounts, changeRepositoryCounts } from "#lib/profiles/counts.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { say, words } from "#lib/text/words.ts";
import { contactNotFound } from "./contact.ts";
import { recordEvent } from "./events.ts";
import { inTransaction } from "./in-transaction.ts";
import { profilesWith } from "./profiles-with.ts";
import { codeOf, STATUSES, type Status, statusOf } from "./status.ts";

/** A decision about a person's status, by a form or the API: with a reason, always. */
export const statusInput = z.object({
  status: z.enum(STATUSES, "The status must be active, unsubscribed or bounced."),
  reason: z
    .string("Say why.")
    .trim()
    .min(1, "Say why: the reason is kept in the contact's history.")
    .max(500, "The reason may have 500 characters. Shorten it."),
});
export type StatusInput = z.output<typeof statusInput>;

/**
 * Gives a person another status, in the repository and in every profile at once. This, and its like for many, are the
 * only ways by which somebody who is unsubscribed or bounced becomes active.
 *
 * `version`: of the contact as the person saw it; null for a program, which sees none.
 * Throws Problem `contact_not_found`, `contact_changed`, `profile_busy`.
 */
export async function changeStatus(
  person: Person,
  contactId: number,
  { status, reason }: StatusInput,
  version: string | null,
): Promise<void> {
  authorize(person, "contacts.edit");
  await inTransaction(async (tx) => {
    await lockAllProfilesForEdit(tx);
    const { key, from, seen } = await heldContact(tx, contactId);
    if (version !== null && version !== seen) throw changedMeanwhile(from);
    if (from === status) return;
    await tx
      .update(contacts)
      .set({ status: codeOf(status), statusChangedAt: sql`now()` })
      .where(eq(contacts.key, key));
    for (const profileId of await profilesWith(tx, key)) {
      await tx.execute(sql`update ${memberTableName(profileId)} set status = ${codeOf(status)} where key = ${key}`);
      await changeCounts(tx, profileId, { [from]: -1, [status]: 1 });
    }
    await recordEvent(tx, person, key, { kind: "status", details: { from, to: status, reason } });
    await changeRepositoryCounts(tx, { [from]: -1, [status]: 1 });
  });
}

async function heldContact(tx: Tx, id: number): Promise<{ key: string; from: Status; seen: string }> {
  const [row] = await tx
    .select({ key: contacts.key, status: contacts.status, seen: sql<string>`${contacts}.xmin::text` })
    .from(contacts)
    .where(eq(contacts.id, id))
    .for("update");
  if (!row) throw contactNotFound();
  return { key: row.key, from: statusOf(row.status), seen: row.seen };
}

const changedMeanwhile = (now: Status) => new Problem("conflict", "contact_changed", words(CHANGED_TO[now]));

const CHANGED_TO: Readonly<Record<Status, string>> = {
  active: say(
    "Somebody else changed this contact meanwhile: the status is active now. Nothing was changed. Look again, then decide.",
  ),
  unsubscribed: say(
    "Somebody else changed this contact meanwhile: the status is unsubscribed now. Nothing was changed. Look again, then decide.",
  ),
  bounced: say(
    "Somebody else changed this contact meanwhile: the status is bounced now. Nothing was changed. Look again, then decide.",
  ),
};
