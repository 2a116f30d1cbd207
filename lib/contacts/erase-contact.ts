import { eq, sql } from "drizzle-orm";
import { lockAllProfilesForEdit } from "#db/locks.ts";
import { contacts } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { choose } from "./chosen.ts";
import { contactNotFound } from "./contact.ts";
import { eraseChosen } from "./erase-chosen.ts";
import { erasedHashInSql } from "./erased.ts";
import { inTransaction } from "./in-transaction.ts";

/**
 * Erases one person everywhere, for good; a keyed hash keeps the address from coming back. Throws Problem
 * `contact_not_found`, `profile_busy`.
 */
export async function eraseContact(person: Person, contactId: number): Promise<void> {
  authorize(person, "contacts.erase");
  const hash = await erasedHashInSql();
  await inTransaction(async (tx) => {
    await lockAllProfilesForEdit(tx);
    const chosen = await choose(tx, sql`select key from ${contacts} where ${eq(contacts.id, contactId)}`);
    if (chosen === 0) throw contactNotFound();
    await eraseChosen(tx, hash);
    await recordAudit(tx, person, "contact-erased", { contactId });
  });
}
