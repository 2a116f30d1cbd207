import { and, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { importLines } from "#db/schema.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { NO_FAILURE } from "#lib/text/failure.ts";
import { changeState } from "../change-state.ts";
import { holdReadyImport } from "../ready-import.ts";
import { COMMANDS } from "../states.ts";

/**
 * From the review back to the columns; what the check found is forgotten, what a person corrected is kept. Throws
 * Problem `import_state` where that is not possible.
 */
export async function reopenColumns(person: Person, importId: number): Promise<void> {
  authorize(person, "imports.run");
  await db.transaction(async (tx) => {
    const { options, columnProfiles } = await holdReadyImport(tx, importId, "change-columns");
    const fresh = { ...UNCHECKED, options: { ...options, autoApply: false } };
    await changeState(tx, importId, "columns", fresh, COMMANDS["change-columns"]);
    await tx.delete(importLines).where(and(eq(importLines.importId, importId), isNull(importLines.corrected)));
    if (columnProfiles === null) await enqueue(tx, "profile-columns", { importId });
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
  ...NO_FAILURE,
} as const;
