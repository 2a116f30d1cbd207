import { type SQL, sql } from "drizzle-orm";
import { memberTable, memberTableAs } from "#db/member-table.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { SPAN_OPS } from "#lib/rules/operators.ts";
import { normalName } from "#lib/rules/walk-rule.ts";
import { isIndexed } from "./list-indexes.ts";
import {
  alongIndex,
  beyond,
  type MemberPlace,
  type MemberSort,
  orderAlongIndex,
  orderBy,
  sortColumn,
  withoutIndex,
} from "./member-order.ts";
import { type MembersAsked, membersWhere, whereAll } from "./members-where.ts";
import { ownerOf } from "./rule-context.ts";

/*
 * Two ways to the keys of a page. Both are queries of `key`, the `value` of the place, and the `row` from 1; in the order
 * that was asked for, one more than the limit where there are as many.
 */

/** Members in an order, from a place on; `backwards` from the end to the beginning. */
export type KeysAsked = MembersAsked & {
  sort: MemberSort;
  from?: MemberPlace;
  backwards: boolean;
  limit: number;
};

/** So many rows are reached by an index in some ten milliseconds: a page is full when one in two hundred matches. */
export const NEARBY = 10_000;

/**
 * Those who lie within the next few thousand of an index that holds the order. Fewer than were asked for may mean that
 * there are more elsewhere. Null without such an index.
 */
export async function keysNearby(profile: Profile, asked: KeysAsked): Promise<SQL | null> {
  const { sort, from, backwards, limit } = asked;
  const id = ownerOf(profile);
  if (!(await isIndexed(profile, sort.by))) return null;
  const table = memberTable(id, profile.fields);
  const by = sortColumn(table, profile.fields, sort.by);
  const start = from
    ? alongIndex(by, sql`${table.key}`, sort, from, backwards)
    : by.isKey
      ? sql`true`
      : sql`${by.column} is not null`;
  const near = memberTableAs(id, profile.fields, "near");
  const conditions = await membersWhere(near, profile, asked);
  const order = orderAlongIndex(by, sql`${table.key}`, sort, backwards);
  const reach = sql`select * from ${table} where ${start} order by ${order} limit ${conditions.length === 0 ? limit + 1 : NEARBY}`;
  const nearBy = sortColumn(near, profile.fields, sort.by);
  return numbered(
    asked,
    sql`
    select ${near.key} as key, ${nearBy.column} as by from (${reach}) near ${whereAll(conditions)}
    order by ${orderAlongIndex(nearBy, sql`${near.key}`, sort, backwards)} limit ${limit + 1}`,
  );
}

/**
 * Out of all. The planner must not walk an index in the hope of finding a page's worth soon: ordered by what no index
 * holds, the table is read in parallel and each worker keeps the first few, which takes the same time whether the filter
 * matches nobody or everybody. Where few match by an index of what is filtered by, the planner takes that.
 */
export async function keysOfAll(profile: Profile, asked: KeysAsked): Promise<SQL> {
  const { sort, from, backwards, limit } = asked;
  const table = memberTable(ownerOf(profile), profile.fields);
  const by = sortColumn(table, profile.fields, sort.by);
  const place = from ? [beyond(by, sql`${table.key}`, sort, from, backwards)] : [];
  const conditions = await membersWhere(table, profile, asked);
  const walks = by.isKey && conditions.length === 0;
  const [orderedBy, key] = walks ? [by.column, by.column] : [by.unindexed, withoutIndex(sql`${table.key}`)];
  return numbered(
    asked,
    sql`
    select ${table.key} as key, ${by.column} as by from ${table} ${whereAll([...conditions, ...place])}
    order by ${orderBy(orderedBy, key, sort, backwards)} limit ${limit + 1}`,
  );
}

/** Asks for indexes of what is filtered by, where these would find the few who match. */
export async function indexFilters(profile: Profile, { rule }: KeysAsked): Promise<void> {
  const filters = rule && "all" in rule ? rule.all : [];
  for (const filter of filters) {
    const narrows = "field" in filter && NARROWS.has(filter.op);
    const field = narrows
      ? profile.fields.find(({ name }) => normalName(name) === normalName(filter.field))
      : undefined;
    if (field) await isIndexed(profile, field.id);
  }
}

const NARROWS: ReadonlySet<string> = new Set([
  "is",
  "one of",
  "=",
  ">",
  ">=",
  "<",
  "<=",
  "between",
  "on",
  "before",
  "after",
  ...SPAN_OPS,
]);

const numbered = ({ found }: KeysAsked, page: SQL): SQL => sql`
  select m.key, ${found === "elsewhere" ? sql`null::text` : sql`m.by::text`} as value, row_number() over () as row
  from (${page}) m`;
