import { db, type Tx } from "#db/client.ts";
import { confine } from "#db/read-only.ts";

/** Longer than this nobody waits for a number; the page then says that it took too long. */
const LONGEST_MS = 15_000;

/** One snapshot in which nothing can be changed, for numbers that must agree with each other. */
export function readOnly<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(
    async (tx) => {
      await confine(tx, LONGEST_MS);
      return read(tx);
    },
    { accessMode: "read only", isolationLevel: "repeatable read" },
  );
}
