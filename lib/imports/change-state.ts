import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import { words } from "#lib/text/words.ts";
import type { Import } from "./import.ts";
import { type ImportCommand, type ImportState, predecessors, STATE_NAMES } from "./states.ts";

type Change = { [Column in keyof typeof imports.$inferInsert]?: (typeof imports.$inferInsert)[Column] | SQL };

/**
 * Moves an import on, together with what else changes in its row. False when it is in no state from which `to` can be
 * reached: somebody was faster, and the caller must leave things as they are.
 */
export async function changeState(
  tx: Db | Tx,
  importId: number,
  to: ImportState,
  change: Change = {},
  from: readonly ImportState[] = predecessors(to),
): Promise<boolean> {
  const changed = await tx
    .update(imports)
    .set({ ...change, state: to })
    .where(and(eq(imports.id, importId), inArray(imports.state, [...from])))
    .returning({ id: imports.id });
  return changed.length > 0;
}

/** Throws the conflict that tells a person or a program why `command` cannot be done in the import's present state. */
export function refuseCommand(command: ImportCommand, { state }: Pick<Import, "state">): never {
  throw new Problem("conflict", "import_state", words(REFUSALS[command], { state: words(STATE_NAMES[state]) }));
}

const REFUSALS: Record<ImportCommand, string> = {
  "choose-columns": "This import is {state}; only one that is Columns can be given its columns.",
  "change-columns": "This import is {state}; only one that is Ready can be given other columns.",
  correct: "This import is {state}; only one that is Ready can be corrected.",
  apply: "This import is {state}; only one that is Ready can be applied.",
  cancel: "This import is {state}; only one that is Receiving, Columns, Checking or Ready can be cancelled.",
  undo: "This import is {state}; only one that is Done can be undone.",
};
