import { and, eq, gt } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { importLines } from "#db/schema.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { changeState } from "../change-state.ts";
import { UNCHECKED } from "../columns/reopen-columns.ts";
import type { Import } from "../import.ts";
import { holdReadyImport } from "../ready-import.ts";

/**
 * Checks a Ready import again: its rows as they were corrected, against the profile as it is now. What a program asked
 * to be applied by itself now waits for the person who looks at it. Throws Problem `import_state`.
 */
export async function checkAgain(person: Person, importId: number): Promise<void> {
  authorize(person, "imports.run");
  await db.transaction(async (tx) => {
    const { options } = await holdReadyImport(tx, importId, "correct");
    await changeState(tx, importId, "checking", { ...UNCHECKED, options: { ...options, autoApply: false } }, ["ready"]);
    await enqueue(tx, "check-import", { importId });
  });
}

/** How many rows were corrected since the import was checked. */
export async function countUnchecked(person: Person, found: Import): Promise<number> {
  authorize(person, "imports.view");
  return uncheckedIn(db, found);
}

/** As `countUnchecked`, within a transaction that was allowed already. */
export async function uncheckedIn(from: Db | Tx, { id, checkedAt }: Import): Promise<number> {
  if (checkedAt === null) return 0;
  return from.$count(importLines, and(eq(importLines.importId, id), gt(importLines.correctedAt, checkedAt)));
}
