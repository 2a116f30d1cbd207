import { randomBytes } from "node:crypto";
import { db } from "#db/client.ts";
import { dropStaging } from "#db/staging-table.ts";
import { Problem } from "#lib/problem.ts";
import { changeState } from "./change-state.ts";
import { UnreadableFile } from "./reading/file-fault.ts";
import { fileFaultWords } from "./reading/file-fault-words.ts";

/**
 * Ends an import as Failed with a sentence that says why and what to do. An error that nobody expected is logged with
 * an id, and the sentence names the id.
 */
export async function failImport(importId: number, error: unknown): Promise<void> {
  const { code, message } = explain(error);
  await db.transaction(async (tx) => {
    const failed = await changeState(tx, importId, "failed", {
      errorCode: code,
      errorMessage: message,
      finishedAt: new Date(),
    });
    if (failed) await dropStaging(tx, importId);
  });
}

function explain(error: unknown): { code: string; message: string } {
  if (error instanceof UnreadableFile) return { code: error.fault.code, message: fileFaultWords(error.fault) };
  if (error instanceof Problem) return { code: error.code, message: error.message };
  const cause = rootCause(error);
  if (cause.code === "53100") {
    return {
      code: "disk_full",
      message: "The database's disk is full. Nothing was changed. Make room, then import the file again.",
    };
  }
  const id = randomBytes(4).toString("hex");
  console.error(`error ${id}: ${cause.code ?? ""} ${String(cause.stack ?? cause.message)}`);
  return { code: "unexpected", message: `Something unexpected went wrong (error ${id}). Nothing was changed.` };
}

/** The driver's own error: its message names no values, where Drizzle's repeats the statement's parameters. */
function rootCause(error: unknown): { code?: string; message?: string; stack?: string } {
  const at = error as { cause?: unknown; code?: string; message?: string; stack?: string };
  return at?.cause ? rootCause(at.cause) : (at ?? {});
}
