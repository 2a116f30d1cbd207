import type { JobHelpers, TaskList } from "graphile-worker";
import { applyImport } from "#lib/imports/apply/apply-import.ts";
import { checkImport } from "#lib/imports/check/check-import.ts";
import { profileColumns } from "#lib/imports/columns/profile-columns.ts";
import { failImport } from "#lib/imports/fail-import.ts";
import { forgetOldImports } from "#lib/imports/forget-old-imports.ts";
import { undoImport } from "#lib/imports/undo/undo-import.ts";
import { MAX_ATTEMPTS } from "./enqueue.ts";
import { isTransient } from "./transient.ts";

/** Every night: journals and rejected rows go when their time is over. */
export const CRONTAB = "17 3 * * * forget-old-imports";

export const tasks: TaskList = {
  "profile-columns": ofImport((importId, signal) => profileColumns(importId, signal)),
  "check-import": ofImport((importId, signal) => checkImport(importId, signal)),
  "apply-import": ofImport((importId) => applyImport(importId)),
  "undo-import": ofImport((importId) => undoImport(importId)),
  "forget-old-imports": () => forgetOldImports(),
};

/** A job of an import: an error that may pass is tried again; any other ends the import as Failed, with the reason. */
function ofImport(work: (importId: number, signal: AbortSignal) => Promise<void>) {
  return async (payload: unknown, { job, abortSignal }: JobHelpers): Promise<void> => {
    const { importId } = payload as { importId: number };
    try {
      await work(importId, abortSignal);
    } catch (error) {
      const again = abortSignal.aborted || (isTransient(error) && job.attempts < MAX_ATTEMPTS);
      if (again) throw error;
      await failImport(importId, error);
    }
  };
}
