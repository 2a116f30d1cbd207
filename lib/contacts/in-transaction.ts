import { db, type Tx } from "#db/client.ts";
import { Problem } from "#lib/problem.ts";
import { sqlState } from "#lib/text/sql-state.ts";
import { dropIndexesInTheWay } from "./list-indexes.ts";

/**
 * A change of contacts: all of `work` or none of it. Two changes that stood in each other's way are tried again, and so is
 * one that brings a text which is too long for the index of a list.
 * Throws Problem `profile_busy` when an import keeps a profile for longer than a page can wait.
 */
export async function inTransaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work);
    } catch (error) {
      const code = sqlState(error);
      if (code === LOCK_TIMEOUT) throw busy();
      if (attempt < ATTEMPTS && (IN_EACH_OTHERS_WAY.has(code ?? "") || (await dropIndexesInTheWay(error)))) continue;
      throw error;
    }
  }
}

const ATTEMPTS = 3;
const LOCK_TIMEOUT = "55P03";
const IN_EACH_OTHERS_WAY: ReadonlySet<string> = new Set([
  "40P01", // a deadlock
  "40001", // a serialization failure
  "42P01", // an import came to its end, and a table of it went: not among the others the next time
  "23505", // somebody else put the same person into the profile meanwhile: seen the next time
]);

const busy = () =>
  new Problem(
    "busy",
    "profile_busy",
    "An import is changing this profile at the moment. Nothing was changed: try again in a moment.",
  );
