import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contacts } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { keyOf, kindOfKey } from "./key-of.ts";
import { type Status, statusOf } from "./status.ts";

/** A person of the repository. */
export type Contact = {
  /** For addresses, which never show an email. */
  id: number;
  /** The email, or the mobile in E.164. */
  key: string;
  status: Status;
  createdAt: Date;
};

export type ContactDetails = Contact & {
  keyKind: "email" | "mobile";
  /** Null while the status is the one that the person came with. */
  statusChangedAt: Date | null;
  /** The import that brought the person, when one did. */
  importId: number | null;
  /** Another one after every change of status. */
  version: string;
};

/** Throws Problem `contact_not_found`. */
export async function contactById(person: Person, id: number): Promise<ContactDetails> {
  authorize(person, "contacts.view");
  return found(
    Number.isSafeInteger(id) ? (await db.select(COLUMNS).from(contacts).where(eq(contacts.id, id)))[0] : null,
  );
}

/** By an email or a mobile as people write it. Throws Problem `contact_not_found`. */
export async function contactByKey(person: Person, written: string): Promise<ContactDetails> {
  authorize(person, "contacts.view");
  const key = keyOf(written, kindOfKey(written));
  return found(key === null ? null : (await db.select(COLUMNS).from(contacts).where(eq(contacts.key, key)))[0]);
}

const COLUMNS = {
  id: contacts.id,
  key: contacts.key,
  status: contacts.status,
  createdAt: contacts.createdAt,
  statusChangedAt: contacts.statusChangedAt,
  importId: contacts.importId,
  version: sql<string>`${contacts}.xmin::text`,
};

type Row = Omit<ContactDetails, "status" | "keyKind"> & { status: number };

function found(row: Row | null | undefined): ContactDetails {
  if (!row) throw contactNotFound();
  return { ...row, status: statusOf(row.status), keyKind: kindOfKey(row.key) };
}

export const contactNotFound = () => new Problem("not_found", "contact_not_found", "There is no such contact.");
