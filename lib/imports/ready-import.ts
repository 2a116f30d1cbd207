import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import { refuseCommand } from "./change-state.ts";
import type { Import } from "./import.ts";
import { loadImport } from "./queries.ts";
import { type ImportCommand, mayAsk } from "./states.ts";

/**
 * An import of which `command` may be asked, held until the transaction ends: nobody asks for Apply meanwhile. Throws
 * Problem `import_state`, also once Apply was asked for, because its job may start at any moment.
 */
export async function holdReadyImport(tx: Tx, importId: number, command: ImportCommand): Promise<Import> {
  const found = await holdImport(tx, importId);
  if (!mayAsk(command, found.state)) refuseCommand(command, found);
  if (found.applyRequestedAt === null) return found;
  throw new Problem("conflict", "import_state", "Apply was asked for already. Nothing can be changed any more.");
}

/** An import whose row nobody else changes until the transaction ends. Throws Problem `import_not_found`. */
export async function holdImport(tx: Tx, importId: number): Promise<Import> {
  await tx.select({ id: imports.id }).from(imports).where(eq(imports.id, importId)).for("update");
  return loadImport(tx, importId);
}
