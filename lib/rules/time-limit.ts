import { sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { Problem } from "#lib/problem.ts";
import { sqlState } from "#lib/text/sql-state.ts";

/** What rules may take: a person waits for it, and others wait behind it. */
export const RULE_SECONDS = 5;

/** Reads in one snapshot, by rules that people wrote. Throws Problem `rule_too_slow` when a statement takes too long. */
export async function withinTimeLimit<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.transaction(
      async (tx) => {
        await tx.execute(sql`select set_config('statement_timeout', ${`${RULE_SECONDS}s`}, true)`);
        return read(tx);
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
  } catch (error) {
    throw sqlState(error) === "57014" ? tooSlow() : error;
  }
}

function tooSlow(): Problem {
  const message = `These rules take longer than ${RULE_SECONDS} seconds, and were stopped. Use fewer conditions, or ones that compare whole values.`;
  return new Problem("invalid", "rule_too_slow", message, [{ path: "", message }]);
}
