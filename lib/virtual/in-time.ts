import { sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { confine } from "#db/read-only.ts";
import { LONGEST_RULE_MS, orTooSlow } from "#lib/rules/too-slow.ts";
import { inTurn } from "./in-turn.ts";

/**
 * Questions about whom rules mean: they may only read, are asked in turn, and each may take five seconds. With `signal` the
 * one that is being asked is stopped when nobody waits for the answer any more.
 * Throws Problem `rule_too_slow` when one takes longer.
 */
export function inTime<T>(ask: (tx: Tx) => Promise<T>, signal?: AbortSignal): Promise<T> {
  return inTurn(() => askInTime(ask, signal), signal);
}

async function askInTime<T>(ask: (tx: Tx) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await db.transaction(
      async (tx) => {
        await confine(tx, LONGEST_RULE_MS);
        return signal ? await untilAborted(tx, ask, signal) : await ask(tx);
      },
      { accessMode: "read only" },
    );
  } catch (error) {
    signal?.throwIfAborted();
    throw orTooSlow(error);
  }
}

async function untilAborted<T>(tx: Tx, ask: (tx: Tx) => Promise<T>, signal: AbortSignal): Promise<T> {
  const { rows } = await tx.execute<{ pid: number; since: string }>(
    sql`select pg_backend_pid() as pid, now()::text as since`,
  );
  signal.throwIfAborted();
  const cancel = () => void cancelQuery(rows[0]).catch(() => {});
  signal.addEventListener("abort", cancel);
  try {
    return await ask(tx);
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

/** Only in that transaction: the connection may be at somebody else's by then. */
const cancelQuery = (of: { pid: number; since: string } | undefined) =>
  db.execute(sql`
    select pg_cancel_backend(pid) from pg_stat_activity
    where pid = ${of?.pid ?? 0}::int and xact_start = ${of?.since ?? null}::timestamptz`);
