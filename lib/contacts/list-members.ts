import { type SQL, sql } from "drizzle-orm";
import { fieldColumn, fieldName, memberTable } from "#db/member-table.ts";
import { contacts } from "#db/schema.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { indexFilters, type KeysAsked, keysNearby, keysOfAll } from "./member-keys.ts";
import type { MemberPlace, MemberSort } from "./member-order.ts";
import { type MembersAsked, membersWhere, whereAll } from "./members-where.ts";
import { readMembers } from "./read-members.ts";
import { ownerOf } from "./rule-context.ts";
import { type Status, statusOf } from "./status.ts";

/** A contact in a profile, as lists show it. */
export type Member = {
  key: string;
  /** Of the contact: for addresses. */
  id: number;
  status: Status;
  createdAt: Date;
  updatedAt: Date;
  /** By field id, as Postgres writes them. */
  values: Record<number, string | null>;
};

export type MemberFilter = MembersAsked & {
  sort?: MemberSort;
  /** The last member of the page before this one. */
  after?: MemberPlace;
  /** Or the first member of the page after it. */
  before?: MemberPlace;
  limit: number;
};

/** `previous` and `next` are where the pages around this one begin; null where there is none. */
export type MemberPage = { items: Member[]; previous: MemberPlace | null; next: MemberPlace | null };

/** How many members are meant: counted, which takes as long as reading them. */
export async function countMembers(person: Person, profile: Profile, asked: MembersAsked): Promise<number> {
  authorize(person, "contacts.view");
  const table = memberTable(ownerOf(profile), profile.fields);
  const conditions = await membersWhere(table, profile, asked);
  const query = sql`select count(*) as count from ${table} ${whereAll(conditions)}`;
  const [row] = await readMembers<{ count: string }>(profile, asked, query);
  return Number(row?.count);
}

/** One page of a profile's members, by keyset: the ten-thousandth page costs what the first does. */
export async function listMembers(person: Person, profile: Profile, filter: MemberFilter): Promise<MemberPage> {
  const { rest } = await listMembersInTurn(person, profile, filter);
  return rest();
}

/**
 * For programs, which ask page by page until there is none: of a large profile a page of a search may end after those who
 * have it in their email or mobile, before it is full.
 */
export async function listMembersEarly(person: Person, profile: Profile, filter: MemberFilter): Promise<MemberPage> {
  const { soon, rest } = await listMembersInTurn(person, profile, filter);
  const early = soon.length > 0 && soon.length < filter.limit && profile.counts.contacts > SMALL;
  return early ? { items: soon, previous: null, next: ELSEWHERE } : rest();
}

/** So many members are looked through within the blink of an eye. */
const SMALL = 100_000;

/** Where a search goes on once all are shown who have it in their email or mobile. */
const ELSEWHERE: MemberPlace = { value: null, key: "" };

/**
 * The same in two turns. In the order of the key a search brings those first who have it in their email or mobile:
 * `soon`, which takes a fraction of a look into every text. `rest` answers the whole page, those among it; call it once.
 */
export async function listMembersInTurn(
  person: Person,
  profile: Profile,
  filter: MemberFilter,
): Promise<{ soon: Member[]; rest: () => Promise<MemberPage> }> {
  authorize(person, "contacts.view");
  const [first, second] = turnsOf(filter);
  const rows = await readTurn(profile, first);
  return {
    soon: second && !first.backwards ? rows.slice(0, filter.limit).map((row) => asMember(row, profile)) : [],
    async rest() {
      const wanted = filter.limit - rows.length;
      if (second && wanted >= 0) rows.push(...(await readTurn(profile, { ...second, limit: wanted })));
      return pageOf(rows, profile, filter);
    },
  };
}

/** What is read, and what after it while the page is not full. */
function turnsOf({ after, before, sort = BY_KEY, ...asked }: MemberFilter): [KeysAsked, KeysAsked?] {
  const backwards = before !== undefined;
  const whole = { ...asked, sort, backwards };
  const from = before ?? after;
  if (!asked.search || sort.by !== "key") return [{ ...whole, from }];
  const inKey = { ...whole, found: "in the key" } as const;
  const elsewhere = { ...whole, found: "elsewhere" } as const;
  if (from?.value === null) return backwards ? [{ ...elsewhere, from }, inKey] : [{ ...elsewhere, from }];
  return backwards ? [{ ...inKey, from }] : [{ ...inKey, from }, elsewhere];
}

const BY_KEY: MemberSort = { by: "key", direction: "ascending" };

/** In the order that was asked for, one more than the limit where there are as many. */
async function readTurn(profile: Profile, asked: KeysAsked): Promise<Row[]> {
  const nearby = await keysNearby(profile, asked);
  if (nearby) {
    const rows = await readPage(profile, asked, nearby);
    if (rows.length > asked.limit) return rows;
    await indexFilters(profile, asked);
  }
  return readPage(profile, asked, await keysOfAll(profile, asked));
}

function readPage(profile: Profile, asked: KeysAsked, keys: SQL): Promise<Row[]> {
  const table = memberTable(ownerOf(profile), profile.fields);
  const values = profile.fields.map((field) => sql`, ${fieldColumn(table, field.id)}::text as ${fieldName(field.id)}`);
  const query = sql`
    with page as materialized (${keys})
    select page.value, ${table.key} as key, ${table.status} as status, ${table.createdAt} as created_at,
      ${table.updatedAt} as updated_at, ${contacts.id} as id ${sql.join(values)}
    from page join ${table} on ${table.key} = page.key join ${contacts} on ${contacts.key} = page.key
    order by page.row`;
  return readMembers<Row>(profile, asked, query);
}

function pageOf(rows: Row[], profile: Profile, { after, before, limit }: MemberFilter): MemberPage {
  const more = rows.length > limit;
  const shown = rows.slice(0, limit);
  if (before) shown.reverse();
  return {
    items: shown.map((row) => asMember(row, profile)),
    previous: (before ? more : after !== undefined) ? placeOf(shown.at(0)) : null,
    next: (before ? true : more) ? placeOf(shown.at(-1)) : null,
  };
}

const placeOf = (row: Row | undefined): MemberPlace | null => (row ? { value: row.value, key: row.key } : null);

type Row = {
  value: string | null;
  key: string;
  status: number;
  created_at: string;
  updated_at: string;
  id: string;
} & Record<`f_${number}`, string | null>;

function asMember(row: Row, { fields }: Profile): Member {
  return {
    key: row.key,
    id: Number(row.id),
    status: statusOf(row.status),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    values: Object.fromEntries(fields.map((field) => [field.id, row[`f_${field.id}`] ?? null])),
  };
}
