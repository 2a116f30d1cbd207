import { sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { Problem } from "#lib/problem.ts";
import { sqlState } from "#lib/text/sql-state.ts";

/**
 * Questions about whom rules mean: they may only read, and each may take five seconds.
 * Throws Problem `rule_too_slow` when one takes longer.
 */
export async function inTime<T>(ask: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.transaction(
      async (tx) => {
        await tx.execute(sql`set local statement_timeout = '5s'`);
        return ask(tx);
      },
      { accessMode: "read only" },
    );
  } catch (error) {
    throw sqlState(error) === "57014" ? tooSlow() : error;
  }
}

const tooSlow = () =>
  new Problem(
    "invalid",
    "rule_too_slow",
    "Finding out who matches these rules took longer than 5 seconds, so it was stopped. Use fewer conditions, above all fewer “contains”.",
  );
