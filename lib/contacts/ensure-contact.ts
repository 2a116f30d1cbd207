import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { contacts } from "#db/schema.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { assertNotErased } from "./erased.ts";
import { recordEvent } from "./events.ts";
import { type Status, statusOf } from "./status.ts";

/** A person of the repository whose status nobody changes until the transaction ends. */
export type HeldContact = { id: number; key: string; status: Status; isNew: boolean };

/**
 * The person with this key, made when the repository does not know the key yet. Of two who make the same person at once
 * one waits for the other. Throws Problem `contact_erased`; `hash` is `erasedHash(key)`.
 *
 * The caller counts a new one in `repository_counts`, after the profiles' counts: all take these rows in that order.
 */
export async function ensureContact(tx: Tx, person: Person, key: string, hash: Buffer): Promise<HeldContact> {
  const held = (await make(tx, person, key)) ?? (await hold(tx, key)) ?? (await make(tx, person, key));
  // Whoever erases the person holds the row: only now is it certain whether that happened.
  await assertNotErased(tx, hash);
  if (!held) throw new Error("A contact came and went at once.");
  return held;
}

async function make(tx: Tx, person: Person, key: string): Promise<HeldContact | null> {
  const [made] = await tx.insert(contacts).values({ key }).onConflictDoNothing().returning({ id: contacts.id });
  if (!made) return null;
  await recordEvent(tx, person, key, { kind: "created" });
  return { id: made.id, key, status: "active", isNew: true };
}

async function hold(tx: Tx, key: string): Promise<HeldContact | null> {
  const [row] = await tx
    .select({ id: contacts.id, status: contacts.status })
    .from(contacts)
    .where(eq(contacts.key, key))
    .for("share");
  return row ? { id: row.id, key, status: statusOf(row.status), isNew: false } : null;
}
