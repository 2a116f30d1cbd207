import { db } from "#db/client.ts";
import { sqlState, UNDEFINED_TABLE } from "#lib/text/sql-state.ts";
import type { Import } from "./import.ts";
import { loadImport } from "./queries.ts";

/**
 * For a look into the tables of one import, which go as it comes to its end: null when it has moved on since it was
 * `found`, so that whoever asks looks for it again.
 */
export async function unlessMovedOn<Result>(found: Import, look: () => Promise<Result>): Promise<Result | null> {
  try {
    return await look();
  } catch (error) {
    if (sqlState(error) !== UNDEFINED_TABLE) throw error;
    const now = await loadImport(db, found.id);
    if (now.state === found.state) throw error;
    return null;
  }
}
