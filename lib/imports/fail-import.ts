import { db } from "#db/client.ts";
import { NOW } from "#db/now.ts";
import { dropStaging } from "#db/staging-table.ts";
import { Problem } from "#lib/problem.ts";
import { logDefect } from "#lib/text/defect.ts";
import { type Failure, failure } from "#lib/text/failure.ts";
import { sqlState } from "#lib/text/sql-state.ts";
import { words } from "#lib/text/words.ts";
import { changeState } from "./change-state.ts";
import { UnreadableFile } from "./reading/file-fault.ts";
import { fileFaultWords } from "./reading/file-fault-words.ts";
import { refuseUndo } from "./undo/refuse-undo.ts";

/**
 * Ends an import as Failed with a sentence that says why and what to do. An error that nobody expected is logged with
 * an id, and the sentence names the id.
 */
export async function failImport(importId: number, error: unknown): Promise<void> {
  const why = explainFailure(error);
  await db.transaction(async (tx) => {
    const failed = await changeState(tx, importId, "failed", { ...why, finishedAt: NOW });
    if (failed) await dropStaging(tx, importId);
  });
}

/** An undo that failed as a whole: the import stays Done, its page says why, and undo can be asked for again. */
export async function failUndo(importId: number, error: unknown): Promise<void> {
  await refuseUndo(db, importId, explainFailure(error));
}

/** Why an import failed: a stable code, and a sentence for people. */
export function explainFailure(error: unknown): Failure {
  if (error instanceof UnreadableFile) return failure(error.fault.code, fileFaultWords(error.fault));
  if (error instanceof Problem) return failure(error.code, error.words);
  if (sqlState(error) === "53100") return DISK_FULL;
  const id = logDefect("import", error);
  return failure(
    "unexpected",
    words(
      "Something went wrong here (error {id}). Nothing was changed. Import the file again, and tell an administrator if it happens twice.",
      { id },
    ),
  );
}

const DISK_FULL = failure(
  "disk_full",
  words("The database's disk is full. Nothing was changed. Make room, then import the file again."),
);
