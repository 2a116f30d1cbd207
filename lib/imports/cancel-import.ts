import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { NOW } from "#db/now.ts";
import { importLines } from "#db/schema.ts";
import { dropStaging } from "#db/staging-table.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { changeState, refuseCommand } from "./change-state.ts";
import { loadImport } from "./queries.ts";
import { COMMANDS, mayAsk } from "./states.ts";

/** Ends an import that has changed nothing yet, and forgets its file. Throws Problem `import_state` where it is too late. */
export async function cancelImport(person: Person, importId: number): Promise<void> {
  authorize(person, "imports.run");
  const found = await loadImport(db, importId);
  if (!mayAsk("cancel", found.state)) refuseCommand("cancel", found);
  await db.transaction(async (tx) => {
    const cancelled = await changeState(tx, importId, "cancelled", { finishedAt: NOW }, COMMANDS.cancel);
    if (!cancelled) refuseCommand("cancel", await loadImport(tx, importId));
    await tx.delete(importLines).where(eq(importLines.importId, importId));
    await dropStaging(tx, importId);
    await recordAudit(tx, person, "import-cancelled", { importId, profileId: found.profileId });
  });
}
