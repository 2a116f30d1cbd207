import { and, asc, eq, gt, like } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contacts } from "#db/schema.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Contact } from "./contact.ts";
import { escapeLike } from "./search-pattern.ts";
import { codeOf, type Status, statusOf } from "./status.ts";

export type ContactFilter = { search?: string; status?: Status; after?: string; limit: number };

/** One page of the whole repository in the order of the keys, by keyset; `next` is the last key when there are more. */
export async function listContacts(
  person: Person,
  { search, status, after, limit }: ContactFilter,
): Promise<{ items: Contact[]; next: string | null }> {
  authorize(person, "contacts.view");
  const rows = await db
    .select({ id: contacts.id, key: contacts.key, status: contacts.status, createdAt: contacts.createdAt })
    .from(contacts)
    .where(
      and(
        after === undefined ? undefined : gt(contacts.key, after),
        status === undefined ? undefined : eq(contacts.status, codeOf(status)),
        search ? like(contacts.key, `%${escapeLike(search.toLowerCase())}%`) : undefined,
      ),
    )
    .orderBy(asc(contacts.key))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map((row) => ({ ...row, status: statusOf(row.status) }));
  return { items, next: rows.length > limit ? (items.at(-1)?.key ?? null) : null };
}
