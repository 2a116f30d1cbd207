import { sql } from "drizzle-orm";
import type { Tx } from "./client.ts";
import { columnType, type FieldColumn, fieldName } from "./member-table.ts";
import { beforeFieldName } from "./staging-table.ts";

/*
 * Another type for a field's column. What each value becomes is decided in lib and put into a table of the transaction;
 * Postgres looks it up while it writes the profile's table anew, so that no dead rows stay behind.
 */

/** A value as text, and Postgres' input text of the new type. */
export type Conversion = { before: string; after: string };

/** Begins a change of type: makes the table that `addConversions` fills. */
export async function createConversions(tx: Tx): Promise<void> {
  await tx.execute(sql`
    create temp table conversions (before text collate "C" primary key, after text) on commit drop`);
}

export async function addConversions(tx: Tx, pairs: readonly Conversion[]): Promise<void> {
  const before = sql.param(pairs.map((pair) => pair.before));
  const after = sql.param(pairs.map((pair) => pair.after));
  await tx.execute(sql`
    insert into conversions
    select before, after from unnest(${before}::text[], ${after}::text[]) as pair (before, after)`);
}

/**
 * Gives the field's column the new type, in the profile's table and in what its imports keep for their undo. A value
 * that `addConversions` was not told becomes empty.
 */
export async function convertFieldColumn(tx: Tx, profileId: number, field: FieldColumn): Promise<void> {
  const type = columnType(field.type);
  await tx.execute(sql`analyze conversions`);
  await tx.execute(sql`
    create function pg_temp.converted(value text) returns text stable language plpgsql
    as 'begin return (select after from conversions where before = value collate "C"); end'`);
  for (const { schema, table, isBefore } of await columnsOf(tx, profileId, field)) {
    const column = isBefore ? beforeFieldName(field.id) : fieldName(field.id);
    await tx.execute(sql`
      alter table ${sql.identifier(schema)}.${sql.identifier(table)}
      alter column ${column} type ${type} using pg_temp.converted(${column}::text)::${type}`);
  }
  await tx.execute(sql`drop function pg_temp.converted(text)`);
}

/** Another spelling of one value of a text field, for the profile's members and in what its imports keep for their undo. */
export async function replaceFieldValue(
  tx: Tx,
  profileId: number,
  field: FieldColumn,
  from: string,
  to: string,
): Promise<void> {
  for (const { schema, table, isBefore } of await columnsOf(tx, profileId, field)) {
    const column = isBefore ? beforeFieldName(field.id) : fieldName(field.id);
    await tx.execute(sql`
      update ${sql.identifier(schema)}.${sql.identifier(table)} set ${column} = ${to} where ${column} collate "C" = ${from}`);
  }
}

/** `isKept`: the undo of an import would bring the values back. */
type Place = { schema: string; table: string; isBefore: boolean; isKept: boolean };

/** Where values of the field lie: the profile's table, and the journals of its imports that have the column. */
async function columnsOf(tx: Tx, profileId: number, { id }: FieldColumn): Promise<Place[]> {
  const { rows } = await tx.execute<Place>(sql`
    select n.nspname::text as schema, c.relname::text as "table", a.attname = ${`before_${id}`} as "isBefore",
      n.nspname = 'journal' and (a.attname = ${`before_${id}`} or c.relname like '%\\_replaced') and exists (
        select from imports i where i.id = substring(c.relname from '\\d+')::bigint and i.state = 'done'
      ) as "isKept"
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attname in (${`f_${id}`}, ${`before_${id}`}) and not a.attisdropped and a.attrelid in (
      select to_regclass('audience.profile_' || ${profileId}::bigint)
      union select to_regclass('journal.import_' || id) from imports where profile_id = ${profileId}
      union select to_regclass('journal.import_' || id || '_replaced') from imports where profile_id = ${profileId}
    )`);
  return rows;
}

/** A value of a field as text: how many members have it now, and how many the undo of an import would give it back to. */
export type DistinctValue = { value: string; members: number; kept: number };

/** The values of the field, each once, of the profile's members and of what its imports keep. */
export async function openDistinctValues(tx: Tx, profileId: number, field: FieldColumn): Promise<void> {
  const parts = (await columnsOf(tx, profileId, field)).map(({ schema, table, isBefore, isKept }) => {
    const column = isBefore ? beforeFieldName(field.id) : fieldName(field.id);
    const members = schema === "audience" ? sql`count(*)` : sql`0`;
    const kept = isKept ? sql`count(*)` : sql`0`;
    return sql`
      select ${column}::text collate "C" as value, ${members} as members, ${kept} as kept
      from ${sql.identifier(schema)}.${sql.identifier(table)} where ${column} is not null group by 1`;
  });
  await tx.execute(sql`
    declare distinct_values cursor for
    select value, sum(members)::bigint as members, sum(kept)::bigint as kept from (${sql.join(parts, sql` union all `)}) each group by value`);
}

/** The next of them; none at the end, and then the cursor is closed. */
export async function fetchDistinctValues(tx: Tx): Promise<DistinctValue[]> {
  const { rows } = await tx.execute<Record<keyof DistinctValue, string>>(sql`fetch 10000 from distinct_values`);
  if (rows.length === 0) await tx.execute(sql`close distinct_values`);
  return rows.map(({ value, members, kept }) => ({ value, members: Number(members), kept: Number(kept) }));
}
