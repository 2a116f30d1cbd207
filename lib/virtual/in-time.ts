import { db, type Tx } from "#db/client.ts";
import { confine } from "#db/read-only.ts";
import { Problem } from "#lib/problem.ts";
import { sqlState } from "#lib/text/sql-state.ts";

const LONGEST_MS = 5000;

/**
 * Questions about whom rules mean: they may only read, and each may take five seconds.
 * Throws Problem `rule_too_slow` when one takes longer.
 */
export async function inTime<T>(ask: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.transaction(
      async (tx) => {
        await confine(tx, LONGEST_MS);
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
