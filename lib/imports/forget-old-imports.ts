import { and, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { importLines, imports } from "#db/schema.ts";
import { dropJournal, dropStaging } from "#db/staging-table.ts";

/** How long an import can be undone, and its rejected rows be read. */
export const KEEP_DAYS = 30;

/**
 * Drops the journals and rejected rows of imports that ended more than 30 days ago, and cancels those that waited for
 * a person as long. The log rows stay.
 */
export async function forgetOldImports(): Promise<void> {
  const before = sql`now() - make_interval(days => ${KEEP_DAYS})`;
  const old = await db
    .select({ id: imports.id, state: imports.state })
    .from(imports)
    .where(
      and(
        isNull(imports.forgottenAt),
        or(lt(imports.finishedAt, before), lt(imports.createdAt, sql`${before} - interval '1 day'`)),
      ),
    );
  for (const { id, state } of old) {
    await db.transaction(async (tx) => {
      const waited = state === "columns" || state === "ready";
      await tx
        .update(imports)
        .set({ forgottenAt: new Date(), ...(waited ? { state: "cancelled", finishedAt: new Date() } : {}) })
        .where(inArray(imports.id, [id]));
      await tx.delete(importLines).where(inArray(importLines.importId, [id]));
      await dropJournal(tx, id);
      await dropStaging(tx, id);
    });
  }
}
