import type pg from "pg";
import type { TableEntry } from "./manifest.ts";

export type FoundTable = Pick<TableEntry, "schema" | "name" | "columns" | "definition">;

/** A table by its names, and by what stays its own when another takes its name. */
export type PresentTable = { schema: string; name: string; oid: number; columns: string[] };

/** Every table of the product as this transaction sees it. */
export async function presentTables(client: pg.Client): Promise<PresentTable[]> {
  const { rows } = await client.query<PresentTable>(`
    select n.nspname as schema, c.relname as name, c.oid::int as oid,
      array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in ('public', 'audience', 'staging', 'journal') and c.relkind = 'r' and c.relpersistence = 'p'
    group by n.nspname, c.relname, c.oid order by n.nspname, c.relname`);
  return rows;
}

/**
 * The tables with what a restore needs, those that others refer to before those. The fixed ones are made by migrations; how
 * the tables of profiles, journals and imports are made is told here, from the database's own account of them.
 */
export async function describeTables(client: pg.Client, tables: readonly PresentTable[]): Promise<FoundTable[]> {
  const found: FoundTable[] = [];
  for (const { oid, ...table } of tables) {
    found.push(table.schema === "public" ? table : { ...table, definition: await definitionOf(client, oid) });
  }
  return inOrder(found, await references(client));
}

async function definitionOf(client: pg.Client, oid: number): Promise<TableEntry["definition"]> {
  const columns = await client.query<{ text: string }>(
    `select format('%I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
       case when a.attstorage <> t.typstorage then ' storage ' || case a.attstorage
         when 'e' then 'external' when 'p' then 'plain' when 'm' then 'main' else 'extended' end else '' end,
       case when a.attcollation <> t.typcollation then format(' collate %s', a.attcollation::regcollation) else '' end)
       || case when a.attnotnull then ' not null' else '' end as text
     from pg_attribute a join pg_type t on t.oid = a.atttypid
     where a.attrelid = $1::oid and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [oid],
  );
  const after = await client.query<{ text: string }>(
    `select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as text
     from pg_constraint where conrelid = $1::oid and contype in ('p', 'u', 'c')
     union all
     select pg_get_indexdef(indexrelid) from pg_index i where indrelid = $1::oid
       and not exists (select from pg_constraint where conindid = i.indexrelid)`,
    [oid],
  );
  const { rows } = await client.query<{ name: string }>("select $1::oid::regclass::text as name", [oid]);
  return {
    create: `create table ${rows[0]?.name} (${columns.rows.map(({ text }) => text).join(", ")})`,
    after: after.rows.map(({ text }) => text),
  };
}

async function references(client: pg.Client): Promise<{ from: string; to: string }[]> {
  const { rows } = await client.query<{ from: string; to: string }>(`
    select c.relname as from, other.relname as to from pg_constraint
    join pg_class c on c.oid = conrelid join pg_class other on other.oid = confrelid
    where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`);
  return rows;
}

function inOrder(tables: readonly FoundTable[], refers: readonly { from: string; to: string }[]): FoundTable[] {
  const ordered: FoundTable[] = [];
  const put = (table: FoundTable) => {
    if (ordered.includes(table)) return;
    for (const { from, to } of refers) {
      const first = tables.find(({ schema, name }) => schema === "public" && name === to);
      if (table.schema === "public" && from === table.name && first) put(first);
    }
    ordered.push(table);
  };
  for (const table of tables) put(table);
  return ordered;
}
