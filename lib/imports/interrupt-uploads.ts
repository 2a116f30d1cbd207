import { and, eq, lt, notInArray, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { NOW } from "#db/now.ts";
import { imports } from "#db/schema.ts";
import { dropStaging } from "#db/staging-table.ts";
import { failure } from "#lib/text/failure.ts";
import { type Words, words } from "#lib/text/words.ts";
import { changeState } from "./change-state.ts";

/** Marks what a dead app server was receiving as Interrupted, and forgets what had arrived. */
export async function interruptUploadsOf(serverId: number): Promise<void> {
  const cut = await db
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.serverId, serverId), eq(imports.state, "receiving")));
  for (const { id } of cut) {
    await db.transaction((tx) => interruptUpload(tx, id, words("The server stopped while the file arrived.")));
  }
}

const shared = globalThis as typeof globalThis & { rollbookReceiving?: Set<number> };

/** The uploads that this server is receiving now: Next bundles this file, and the job runner loads it unbundled. */
export const receiving: Set<number> = shared.rollbookReceiving ?? new Set();
shared.rollbookReceiving = receiving;

/**
 * Marks what this server received once and receives no more: the database was away when the upload's end was to be
 * written down. A log row is a moment older than its place in `receiving`.
 */
export async function interruptLostUploads(serverId: number): Promise<void> {
  const lost = await db
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(
        eq(imports.serverId, serverId),
        eq(imports.state, "receiving"),
        notInArray(imports.id, [...receiving]),
        lt(imports.createdAt, sql`now() - interval '10 seconds'`),
      ),
    );
  for (const { id } of lost) {
    if (receiving.has(id)) continue;
    await db.transaction((tx) => interruptUpload(tx, id, DATABASE_AWAY));
  }
}

export const DATABASE_AWAY = words("The database could not be reached while the file arrived.");

/** `why` is a whole sentence; what to do is added. */
export async function interruptUpload(tx: Tx, importId: number, why: Words): Promise<void> {
  const changed = await changeState(tx, importId, "interrupted", {
    ...failure("interrupted", interrupted(why)),
    finishedAt: NOW,
    // So that the program may send the same request again, which is what it has the key for.
    idempotencyKey: null,
  });
  if (changed) await dropStaging(tx, importId);
}

/** The same with what to do. */
export const interrupted = (why: Words): Words => words("{why} Nothing was changed. Upload the file again.", { why });
