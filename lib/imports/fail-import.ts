import { db } from "#db/client.ts";
import { dropStaging } from "#db/staging-table.ts";
import { Problem } from "#lib/problem.ts";
import { logDefect } from "#lib/text/defect.ts";
import { sqlState } from "#lib/text/sql-state.ts";
import { changeState } from "./change-state.ts";
import { UnreadableFile } from "./reading/file-fault.ts";
import { fileFaultWords } from "./reading/file-fault-words.ts";
import { refuseUndo } from "./undo/refuse-undo.ts";

/**
 * Ends an import as Failed with a sentence that says why and what to do. An error that nobody expected is logged with
 * an id, and the sentence names the id.
 */
export async function failImport(importId: number, error: unknown): Promise<void> {
  const { code, message } = explainFailure(error);
  await db.transaction(async (tx) => {
    const failed = await changeState(tx, importId, "failed", {
      errorCode: code,
      errorMessage: message,
      finishedAt: new Date(),
    });
    if (failed) await dropStaging(tx, importId);
  });
}

/** An undo that failed as a whole: the import stays Done, its page says why, and undo can be asked for again. */
export async function failUndo(importId: number, error: unknown): Promise<void> {
  await refuseUndo(db, importId, explainFailure(error));
}

/** Why an import failed: a stable code, and a sentence for people. */
export function explainFailure(error: unknown): { code: string; message: string } {
  if (error instanceof UnreadableFile) return { code: error.fault.code, message: fileFaultWords(error.fault) };
  if (error instanceof Problem) return { code: error.code, message: error.message };
  const words = OF_THE_DATABASE[sqlState(error) ?? ""];
  if (words) return words;
  const id = logDefect("import", error);
  return {
    code: "unexpected",
    message: `Something went wrong here (error ${id}). Nothing was changed. Import the file again, and tell an administrator if it happens twice.`,
  };
}

const OF_THE_DATABASE: Record<string, { code: string; message: string }> = {
  "53100": {
    code: "disk_full",
    message: "The database's disk is full. Nothing was changed. Make room, then import the file again.",
  },
};
