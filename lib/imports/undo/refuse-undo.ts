import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { imports } from "#db/schema.ts";

/** The import stays Done; its page says why, and undo can be asked for again. */
export async function refuseUndo(tx: Db | Tx, importId: number, why: { code: string; message: string }): Promise<void> {
  await tx
    .update(imports)
    .set({ undoRequestedAt: null, errorCode: why.code, errorMessage: why.message })
    .where(and(eq(imports.id, importId), eq(imports.state, "done")));
}
