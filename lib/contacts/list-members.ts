import { type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { fieldColumn, fieldName, type MemberTable, memberTable } from "#db/member-table.ts";
import { contacts } from "#db/schema.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import {
  type MemberPlace,
  type MemberSort,
  orderBy,
  placeAfter,
  placeBefore,
  sortColumn,
  withoutIndex,
} from "./member-order.ts";
import { type MembersAsked, membersWhere, whereAll } from "./members-where.ts";
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

const BY_KEY: MemberSort = { by: "key", direction: "ascending" };

/** How many members are meant: counted, which takes as long as reading them. */
export async function countMembers(person: Person, profile: Profile, asked: MembersAsked): Promise<number> {
  authorize(person, "contacts.view");
  const table = memberTable(ownerOf(profile), profile.fields);
  const conditions = await membersWhere(table, profile, asked);
  const { rows } = await db.execute<{ count: string }>(
    sql`select count(*) as count from ${table} ${whereAll(conditions)}`,
  );
  return Number(rows[0]?.count);
}

/** `previous` and `next` are where the pages around this one begin; null where there is none. */
export type MemberPage = { items: Member[]; previous: MemberPlace | null; next: MemberPlace | null };

/** One page of a profile's members, by keyset: the ten-thousandth page costs what the first does. */
export async function listMembers(person: Person, profile: Profile, filter: MemberFilter): Promise<MemberPage> {
  authorize(person, "contacts.view");
  const table = memberTable(ownerOf(profile), profile.fields);
  const conditions = await membersWhere(table, profile, filter);
  const values = profile.fields.map((field) => sql`, ${fieldColumn(table, field.id)}::text as ${fieldName(field.id)}`);
  const { rows } = await db.execute<Row>(sql`
    with page as materialized (${pageOf(table, profile, conditions, filter)})
    select page.value, ${table.key} as key, ${table.status} as status, ${table.createdAt} as created_at,
      ${table.updatedAt} as updated_at, ${contacts.id} as id ${sql.join(values)}
    from page join ${table} on ${table.key} = page.key join ${contacts} on ${contacts.key} = page.key
    order by page.row`);
  const more = rows.length > filter.limit;
  const shown = rows.slice(0, filter.limit);
  if (filter.before) shown.reverse();
  return {
    items: shown.map((row) => asMember(row, profile)),
    previous: (filter.before ? more : filter.after !== undefined) ? placeOf(shown.at(0)) : null,
    next: (filter.before ? true : more) ? placeOf(shown.at(-1)) : null,
  };
}

const placeOf = (row: Row | undefined): MemberPlace | null => (row ? { value: row.value, key: row.key } : null);

/**
 * The keys of one page in order (from its end, when it is the page before one), and of one member more. With a filter
 * the planner must not walk the index in the hope of finding a page's worth soon: ordered by what no index holds, the
 * table is read in parallel and each worker keeps the first few, which takes the same time whether the filter matches
 * nobody or everybody.
 */
function pageOf(table: MemberTable, profile: Profile, conditions: readonly SQL[], filter: MemberFilter): SQL {
  const { sort = BY_KEY, after, before, limit } = filter;
  const by = sortColumn(table, profile.fields, sort.by);
  const place = before
    ? [placeBefore(by, table.key, sort, before)]
    : after
      ? [placeAfter(by, table.key, sort, after)]
      : [];
  const key = sort.by === "key" && conditions.length > 0 ? withoutIndex(by.column) : sql`${table.key}`;
  return sql`
    select m.key, m.by::text as value, row_number() over () as row
    from (
      select ${table.key} as key, ${by.column} as by from ${table} ${whereAll([...conditions, ...place])}
      order by ${orderBy(by.column, key, sort, before !== undefined)} limit ${limit + 1}
    ) m`;
}

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
