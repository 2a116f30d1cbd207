import { type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { fieldColumn, fieldName, type MemberTable, memberTable } from "#db/member-table.ts";
import { contacts } from "#db/schema.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { type MemberPlace, type MemberSort, orderBy, placeAfter, sortColumn } from "./member-order.ts";
import { escapeLike } from "./search-pattern.ts";
import { codeOf, type Status, statusOf } from "./status.ts";

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

export type MemberFilter = {
  /** Part of the email or mobile. */
  search?: string;
  /** The whole of it. */
  key?: string;
  status?: Status;
  /** A compiled rule over the profile's table. */
  where?: SQL;
  sort?: MemberSort;
  /** The last member of the page before. */
  after?: MemberPlace;
  limit: number;
};

const BY_KEY: MemberSort = { by: "key", direction: "ascending" };

/** One page of a profile's members, by keyset: the ten-thousandth page costs what the first does. */
export async function listMembers(
  person: Person,
  profile: Profile,
  filter: MemberFilter,
): Promise<{ items: Member[]; next: MemberPlace | null }> {
  authorize(person, "contacts.view");
  const table = memberTable(profile.sourceId ?? profile.id, profile.fields);
  const sort = filter.sort ?? BY_KEY;
  const values = profile.fields.map((field) => sql`, ${fieldColumn(table, field.id)}::text as ${fieldName(field.id)}`);
  const { rows } = await db.execute<Row>(sql`
    with page as materialized (${pageOf(table, profile, filter, sort)})
    select page.value, ${table.key} as key, ${table.status} as status, ${table.createdAt} as created_at,
      ${table.updatedAt} as updated_at, ${contacts.id} as id ${sql.join(values)}
    from page join ${table} on ${table.key} = page.key join ${contacts} on ${contacts.key} = page.key
    order by page.row`);
  const last = rows[filter.limit - 1];
  return {
    items: rows.slice(0, filter.limit).map((row) => asMember(row, profile)),
    next: rows.length > filter.limit && last ? { value: last.value, key: last.key } : null,
  };
}

/**
 * The keys of one page in order, and of one member more. With a filter the planner must not walk the index in the
 * hope of finding a page's worth soon: it reads the table in parallel (`offset 0` keeps the limit from it) and keeps
 * the first few, which takes the same time whether the filter matches nobody or everybody.
 */
function pageOf(table: MemberTable, profile: Profile, filter: MemberFilter, sort: MemberSort): SQL {
  const by = sortColumn(table, profile.fields, sort.by);
  const conditions = conditionsOf(table, filter);
  const fence = conditions.length > 0 ? sql`offset 0` : sql``;
  const after = filter.after ? [placeAfter(by, table.key, sort, filter.after)] : [];
  const all = [...conditions, ...after];
  const where = all.length === 0 ? sql`` : sql`where ${sql.join(all, sql` and `)}`;
  const order = orderBy(sql`m.by`, sql`m.key`, sort);
  return sql`
    select m.key, m.by::text as value, row_number() over () as row
    from (
      select m.key, m.by from (select ${table.key} as key, ${by.column} as by from ${table} ${where} ${fence}) m
      order by ${order} limit ${filter.limit + 1}
    ) m`;
}

function conditionsOf(table: MemberTable, { search, key, status, where }: MemberFilter): SQL[] {
  return [
    ...(search ? [sql`${table.key} like ${`%${escapeLike(search.toLowerCase())}%`}`] : []),
    ...(key === undefined ? [] : [sql`${table.key} = ${key}`]),
    ...(status === undefined ? [] : [sql`${table.status} = ${codeOf(status)}`]),
    ...(where === undefined ? [] : [where]),
  ];
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
