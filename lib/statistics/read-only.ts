import { sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";

/** Longer than this nobody waits for a number; the page then says that it took too long. */
const LONGEST_MS = 15_000;

/** One snapshot in which nothing can be changed, for numbers that must agree with each other. */
export function readOnly<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(
    async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${String(LONGEST_MS)}, true)`);
      return read(tx);
    },
    { accessMode: "read only", isolationLevel: "repeatable read" },
  );
}
