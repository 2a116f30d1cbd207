import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";

/*
 * Indexes of a profile's table beside its primary key: each by one column and the key, for the order of a list. They are
 * made when somebody wants that order, and may go at any time: without one the same list takes longer.
 */

/** A field's id, or a column that every such table has. */
export type IndexedColumn = number | "status" | "created_at";

export async function hasMemberIndex(from: Db | Tx, profileId: number, column: IndexedColumn): Promise<boolean> {
  const { rows } = await from.execute(sql`
    select from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
    where indrelid = to_regclass(${`audience.profile_${profileId}`}) and indisvalid
      and attname = ${nameOf(column)}`);
  return rows.length > 0;
}

/** Nobody can change a member until the transaction ends; a second for each million of them, or two for texts. */
export async function createMemberIndex(tx: Tx, profileId: number, column: IndexedColumn): Promise<void> {
  const table = sql`audience.${sql.identifier(`profile_${profileId}`)}`;
  await tx.execute(sql`create index on ${table} (${sql.identifier(nameOf(column))}, key)`);
}

/**
 * Whether a text of the column takes more than an index's row can hold beside the longest key: a third of a page. Asked
 * of the lengths alone, a fifth of a second for each million.
 */
export async function hasLongTexts(from: Db | Tx, profileId: number, column: IndexedColumn): Promise<boolean> {
  const table = `audience.profile_${profileId}`;
  const { rows: texts } = await from.execute(sql`
    select from pg_attribute where attrelid = to_regclass(${table}) and attname = ${nameOf(column)} and atttypid = 'text'::regtype`);
  if (texts.length === 0) return false;
  const { rows } = await from.execute(sql`
    select from audience.${sql.identifier(`profile_${profileId}`)}
    where octet_length(${sql.identifier(nameOf(column))}) > ${LONGEST_INDEXED} limit 1`);
  return rows.length > 0;
}

const LONGEST_INDEXED = 2000;

const nameOf = (column: IndexedColumn): string => (typeof column === "number" ? `f_${column}` : column);

/** Drops all of a profile's but the `most` that were used last, and says how many those were. */
export const dropMemberIndexes = (tx: Tx, profileId: number, most: number): Promise<number> =>
  dropNamed(
    tx,
    sql`select name from (
        select name, row_number() over (order by used desc nulls last) as place from ${INDEXES}
        where relid = to_regclass(${`audience.profile_${profileId}`})
      ) each where place > ${most}`,
  );

/** Of every profile, those that nobody used for so many days. Outside a transaction, so that none is locked for the others. */
export const dropIdleMemberIndexes = (from: Db, days: number): Promise<number> =>
  dropNamed(
    from,
    sql`select name from ${INDEXES} where coalesce(used, '-infinity') < now() - make_interval(days => ${days})`,
  );

const INDEXES = sql`(
  select relid, indexrelname as name, last_idx_scan as used
  from pg_stat_user_indexes join pg_index using (indexrelid)
  where schemaname = 'audience' and not indisprimary) as made`;

async function dropNamed(from: Db | Tx, names: SQL): Promise<number> {
  const { rows } = await from.execute<{ name: string }>(names);
  for (const { name } of rows) await from.execute(sql`drop index if exists audience.${sql.identifier(name)}`);
  return rows.length;
}
