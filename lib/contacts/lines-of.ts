import { desc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { importLines } from "#db/schema.ts";
import type { ImportLine } from "#lib/imports/queries.ts";

/** How much of a person's history is wanted: all of it, unless it is named. */
export type HistoryWish = {
  /** So many entries, the latest ones. */
  latest?: number;
  /** Also rows of files that name the person in a cell and nowhere else: every row of the logs is read for them. */
  inCells?: boolean;
};

/** The rows of files that did not go in as they were and are the person's, the latest first. */
export async function linesOf(key: string, { latest, inCells = false }: HistoryWish): Promise<ImportLine[]> {
  const rows = db
    .select()
    .from(importLines)
    .where(inCells ? sql`(${eq(importLines.key, key)} or ${namedInCell(key)})` : eq(importLines.key, key))
    .orderBy(desc(importLines.importId), importLines.line, importLines.place)
    .$dynamic();
  return latest === undefined ? rows : rows.limit(latest);
}

const namedInCell = (key: string): SQL => sql`exists (
  select from unnest(${importLines.cells} || ${importLines.corrected} || ${importLines.value}) cell
  where strpos(lower(cell), ${key}) > 0 and ${key} = any(regexp_split_to_array(lower(cell), ${AROUND_ADDRESSES})))`;

/** What stands around an address: one cell may hold several, or a name beside one. */
export const AROUND_ADDRESSES = '[\\s<>,;:"()]+';
