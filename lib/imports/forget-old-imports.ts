import { and, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { NOW } from "#db/now.ts";
import { importLines, imports } from "#db/schema.ts";
import { dropJournal, dropStaging } from "#db/staging-table.ts";
import { changeState } from "./change-state.ts";
import { type ImportState, WAITS_FOR_A_PERSON } from "./states.ts";

/** How long an import can be undone, and its rejected rows be read. */
export const KEEP_DAYS = 30;

/**
 * Cancels imports that waited for a person for more than 30 days, and drops the journals and rejected rows of those
 * that ended as long ago. The log rows stay.
 */
export async function forgetOldImports(): Promise<void> {
  for (const id of await unfinishedSince(WAITS_FOR_A_PERSON)) await giveUp(id);
  const old = await db
    .select({ id: imports.id })
    .from(imports)
    .where(and(isNull(imports.forgottenAt), lt(imports.finishedAt, BEFORE)));
  for (const { id } of old) await forget(id);
}

const BEFORE = sql`now() - make_interval(days => ${KEEP_DAYS})`;

async function unfinishedSince(states: readonly ImportState[]): Promise<number[]> {
  const rows = await db
    .select({ id: imports.id })
    .from(imports)
    .where(and(inArray(imports.state, [...states]), lt(imports.createdAt, BEFORE)));
  return rows.map(({ id }) => id);
}

/** Nobody came back for it. Its file goes at once: it holds people. */
async function giveUp(id: number): Promise<void> {
  await db.transaction(async (tx) => {
    const cancelled = await changeState(tx, id, "cancelled", { finishedAt: NOW }, WAITS_FOR_A_PERSON);
    if (!cancelled) return;
    await tx.delete(importLines).where(eq(importLines.importId, id));
    await dropStaging(tx, id);
  });
}

async function forget(id: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(imports).set({ forgottenAt: new Date() }).where(eq(imports.id, id));
    await tx.delete(importLines).where(eq(importLines.importId, id));
    await dropJournal(tx, id);
    await dropStaging(tx, id);
  });
}
