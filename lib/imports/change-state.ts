import { and, eq, inArray } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import type { Import } from "./import.ts";
import { COMMANDS, type ImportCommand, type ImportState, predecessors } from "./states.ts";

type Change = Partial<typeof imports.$inferInsert>;

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
  const allowed = COMMANDS[command].map(stateInWords).join(" or ");
  throw new Problem(
    "conflict",
    "import_state",
    `This import is ${stateInWords(state)}; only one that is ${allowed} can be ${IN_WORDS[command]}.`,
  );
}

const IN_WORDS: Record<ImportCommand, string> = {
  "choose-columns": "given its columns",
  "change-columns": "given other columns",
  correct: "corrected",
  apply: "applied",
  cancel: "cancelled",
  undo: "undone",
};

const stateInWords = (state: ImportState): string => state[0]?.toUpperCase() + state.slice(1);
