import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { journalTable, replacedTable, rowsTable, stagingTable } from "#db/staging-table.ts";

/** A table of an import that holds rows of people by their key: what Undo needs, or what was read and not applied yet. */
export type KeyedTable = { importId: number; holds: "journal" | "replaced" | "staged"; name: SQL };

/** Those that there are now: a journal lives for 30 days, a staging table until Apply. */
export async function keyedTables(from: Db | Tx): Promise<KeyedTable[]> {
  const { rows } = await from.execute<{ schema: string; name: string }>(sql`
    select n.nspname as schema, c.relname as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'key' and not a.attisdropped
    where n.nspname in ('staging', 'journal') and c.relkind = 'r'
    order by c.oid`);
  return rows.flatMap(({ schema, name }) => keyedTable(schema, name) ?? []);
}

function keyedTable(schema: string, name: string): KeyedTable | null {
  const [, id, rest] = /^import_(\d+)(|_rows|_replaced)$/.exec(name) ?? [];
  const importId = Number(id);
  if (id === undefined) return null;
  if (schema === "staging") {
    return { importId, holds: "staged", name: rest === "_rows" ? rowsTable(importId) : stagingTable(importId) };
  }
  return rest === "_replaced"
    ? { importId, holds: "replaced", name: replacedTable(importId) }
    : { importId, holds: "journal", name: journalTable(importId) };
}
