import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { type KeyedTable, keyedTables } from "./journals.ts";
import { readAgainIfOneGoes } from "./read-again.ts";

/** A person's row in a table of an import; its values as text, by their columns. */
export type KeptRow = { importId: number; holds: KeyedTable["holds"]; row: Record<string, string | null> };

/** The person's row in each table of imports that holds one of these. */
export const keptRows = (key: string, ...holding: KeyedTable["holds"][]): Promise<KeptRow[]> =>
  readAgainIfOneGoes(() => readRows(key, holding));

async function readRows(key: string, holding: readonly KeyedTable["holds"][]): Promise<KeptRow[]> {
  const tables = (await keyedTables(db)).filter(({ holds }) => holding.includes(holds));
  const found: KeptRow[] = [];
  for (let at = 0; at < tables.length; at += AT_ONCE) {
    const looks = tables.slice(at, at + AT_ONCE).map(
      ({ importId, holds, name }) => sql`
        select ${importId}::bigint as "importId", ${holds}::text as holds,
          (select jsonb_object_agg(each.key, each.value) from jsonb_each_text(to_jsonb(t)) each) as row
        from ${name} t where t.key = ${key}`,
    );
    const { rows } = await db.execute<KeptRow>(sql.join(looks, sql` union all `));
    found.push(...rows.map((row) => ({ ...row, importId: Number(row.importId) })));
  }
  return found;
}

const AT_ONCE = 100;
