import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/read-only.ts";
import { contacts } from "#db/schema.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Contact } from "./contact.ts";
import { NEARBY } from "./member-keys.ts";
import { withoutIndex } from "./member-order.ts";
import { whereAll } from "./members-where.ts";
import { searchKey } from "./search.ts";
import { codeOf, type Status, statusOf } from "./status.ts";

/** Which people of the repository are meant. */
export type ContactsAsked = {
  /** Part of the email or mobile. */
  search?: string;
  status?: Status;
};

/** By key, or by when the repository first saw them (ids are given in that order, and have an index). */
export type ContactSort = { by: "key" | "added"; direction: "ascending" | "descending" };
export type ContactPlace = { key: string; id: number };

export type ContactFilter = ContactsAsked & {
  sort?: ContactSort;
  /** The last person of the page before this one. */
  after?: ContactPlace;
  /** Or the first person of the page after it. */
  before?: ContactPlace;
  limit: number;
};

export type ContactPage = { items: Contact[]; previous: ContactPlace | null; next: ContactPlace | null };

/** One page of the whole repository, by keyset. */
export async function listContacts(person: Person, filter: ContactFilter): Promise<ContactPage> {
  authorize(person, "contacts.view");
  const { after, before, limit } = filter;
  const nearby = filter.search ? await readPage(filter, "nearby") : [];
  // A search that the next few thousand do not fill a page of reads the whole table: see member-keys.ts.
  const rows = nearby.length > limit ? nearby : await readPage(filter, "all");
  const more = rows.length > limit;
  const items = rows.slice(0, limit).map(asContact);
  if (before) items.reverse();
  return {
    items,
    previous: (before ? more : after !== undefined) ? placeOf(items.at(0)) : null,
    next: (before ? true : more) ? placeOf(items.at(-1)) : null,
  };
}

/** In order, one more than the limit where there are as many. */
function readPage(filter: ContactFilter, among: "nearby" | "all"): Promise<Row[]> {
  const { sort = BY_KEY, after, before, limit, search } = filter;
  const column = sort.by === "key" ? sql`${contacts.key}` : sql`${contacts.id}`;
  const forwards = (sort.direction === "ascending") !== (before !== undefined);
  const way = forwards ? sql`asc` : sql`desc`;
  const from = before ?? after;
  const value = from && (sort.by === "key" ? sql`${from.key}::text` : sql`${from.id}::bigint`);
  const place = value ? [sql`${column} ${forwards ? sql`>` : sql`<`} ${value}`] : [];
  const near = sql`(select * from ${contacts} ${whereAll(place)} order by ${column} ${way} limit ${NEARBY}) contacts`;
  const unordered = sort.by === "key" ? withoutIndex(column) : sql`(${column} + 0)`;
  return readRows<Row>(sql`
    select ${contacts.id} as id, ${contacts.key} as key, ${contacts.status} as status, ${contacts.createdAt} as created_at
    from ${among === "nearby" ? near : contacts} ${whereAll([...contactsWhere(filter), ...place])}
    order by ${search ? unordered : column} ${way} limit ${limit + 1}`);
}

const BY_KEY: ContactSort = { by: "key", direction: "ascending" };

/** How many people are meant, counted. */
export async function countContacts(person: Person, asked: ContactsAsked): Promise<number> {
  authorize(person, "contacts.view");
  const [row] = await readRows<{ count: string }>(
    sql`select count(*) as count from ${contacts} ${whereAll(contactsWhere(asked))}`,
  );
  return Number(row?.count);
}

export const contactsWhere = ({ search, status }: ContactsAsked): SQL[] => [
  ...(status === undefined ? [] : [sql`${contacts.status} = ${codeOf(status)}::smallint`]),
  ...(search ? [searchKey(sql`${contacts.key}`, search)] : []),
];

type Row = { id: string; key: string; status: number; created_at: string };

const asContact = (row: Row): Contact => ({
  id: Number(row.id),
  key: row.key,
  status: statusOf(row.status),
  createdAt: new Date(row.created_at),
});

const placeOf = (contact: Contact | undefined): ContactPlace | null =>
  contact ? { key: contact.key, id: contact.id } : null;
