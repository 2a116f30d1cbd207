import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { importLines } from "#db/schema.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { changeState, refuseCommand } from "../change-state.ts";
import { loadImport } from "../queries.ts";
import { COMMANDS, mayAsk } from "../states.ts";

/**
 * From the review back to the columns; what the check found is forgotten. Throws Problem `import_state` where that is
 * not possible, also once Apply was asked for: its job may start at any moment.
 */
export async function reopenColumns(person: Person, importId: number): Promise<void> {
  authorize(person, "imports.run");
  const found = await loadImport(db, importId);
  if (!mayAsk("change-columns", found.state) || found.applyRequestedAt !== null) refuseCommand("change-columns", found);
  await db.transaction(async (tx) => {
    const reopened = await changeState(tx, importId, "columns", UNCHECKED, COMMANDS["change-columns"]);
    if (!reopened) refuseCommand("change-columns", await loadImport(tx, importId));
    await tx.delete(importLines).where(eq(importLines.importId, importId));
    if (found.columnProfiles === null) await enqueue(tx, "profile-columns", { importId });
  });
}

/** The row of an import that has not been checked. */
export const UNCHECKED = {
  read: 0,
  new: 0,
  updated: 0,
  unchanged: 0,
  duplicate: 0,
  rejected: 0,
  blank: 0,
  warnings: 0,
  review: null,
  reviewedRevision: null,
  checkedAt: null,
  progressDone: 0,
  progressTotal: 0,
  errorCode: null,
  errorMessage: null,
} as const;
