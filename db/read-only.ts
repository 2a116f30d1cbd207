import { type SQL, sql } from "drizzle-orm";
import type pg from "pg";
import { db, openClient, over, type Tx } from "./client.ts";
import { READER_ENDING } from "./rights.ts";

/** As long as any other question of a page. */
const LONGEST_READ_MS = 30_000;

/** An export may last as long as this; one whose reader has fallen asleep ends. */
const LONGEST_EXPORT_MS = 60 * 60 * 1000;

/**
 * From here to its end the transaction may read contacts, profiles and imports alone, and no statement takes longer than
 * this: what stands behind lists, rules, samples, statistics and exports never reaches staff, sessions, keys or secrets.
 *
 * Where the database has no role for it (a server of one's own, see SECURITY.md) the transaction goes on as the app's:
 * open it read-only all the same.
 */
export async function confine(tx: Pick<Tx, "execute">, longestMs: number): Promise<void> {
  await tx.execute(sql`
    select set_config('statement_timeout', ${String(longestMs)}, true),
      (select set_config('role', rolname, true) from pg_roles
       where rolname = session_user || ${READER_ENDING} and pg_has_role(session_user, oid, 'set'))`);
}

/** Reads within such a transaction. */
export function asReader<T>(read: (tx: Tx) => Promise<T>, longestMs = LONGEST_READ_MS): Promise<T> {
  return db.transaction(
    async (tx) => {
      await confine(tx, longestMs);
      return read(tx);
    },
    { accessMode: "read only" },
  );
}

/** The rows of one query that holds rules, filters or a search. */
export const readRows = <Row extends Record<string, unknown>>(query: SQL, longestMs?: number): Promise<Row[]> =>
  asReader(async (tx) => (await tx.execute(query)).rows as Row[], longestMs);

/** A connection of its own within one such transaction, in one snapshot, for an export. The caller ends it. */
export async function openReader(): Promise<pg.Client> {
  const client = await openClient();
  try {
    await client.query("begin isolation level repeatable read read only");
    await confine(over(client), LONGEST_EXPORT_MS);
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}
