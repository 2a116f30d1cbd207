import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { cancelForErased } from "#lib/imports/cancel-for-erased.ts";
import { keyedTables } from "./journals.ts";
import { AROUND_ADDRESSES } from "./lines-of.ts";
import { waitingImportsWith } from "./waiting-imports.ts";

/**
 * Erases the people in `chosen` from what imports keep. An import that waits and holds one of them is cancelled, for its
 * file cannot be kept; rows of the log stay, with their line and reason but without what was written there.
 */
export async function eraseFromImports(tx: Tx): Promise<void> {
  for (const { id } of await waitingImportsWith(tx, sql`select key from chosen`)) await cancelForErased(tx, id);
  for (const { holds, name } of await keyedTables(tx)) {
    if (holds !== "staged") await tx.execute(sql`delete from ${name} j using chosen where j.key = chosen.key`);
  }
  await tx.execute(sql`
    update import_lines l set key = null, value = null, cells = null, corrected = null
    where l.key in (select key from chosen)
      or exists (
        select from unnest(l.cells || l.corrected || l.value) cell
        cross join lateral regexp_split_to_table(lower(cell), ${AROUND_ADDRESSES}) word
        join chosen on chosen.key = word
        where strpos(cell, '@') > 0 or strpos(cell, '+') > 0
      )`);
  // Samples of columns serve the page that maps them, and no other.
  await tx.execute(sql`
    update imports set column_profiles = null where column_profiles is not null and state not in ('receiving', 'columns')`);
}
