import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import type { Failure } from "#lib/text/failure.ts";

/** The import stays Done; its page says why, and undo can be asked for again. */
export async function refuseUndo(tx: Db | Tx, importId: number, why: Failure): Promise<void> {
  await tx
    .update(imports)
    .set({ undoRequestedAt: null, ...why })
    .where(and(eq(imports.id, importId), eq(imports.state, "done")));
}
