import type { JobHelpers, Task } from "graphile-worker";
import { failBulkAction, runBulkAction } from "#lib/contacts/bulk/run-bulk-action.ts";
import { dropIndexesInTheWay, forgetIdleIndexes, indexMembers } from "#lib/contacts/list-indexes.ts";
import { applyImport } from "#lib/imports/apply/apply-import.ts";
import { checkImport } from "#lib/imports/check/check-import.ts";
import { profileColumns } from "#lib/imports/columns/profile-columns.ts";
import { failImport, failUndo } from "#lib/imports/fail-import.ts";
import { forgetOldImports } from "#lib/imports/forget-old-imports.ts";
import { undoImport } from "#lib/imports/undo/undo-import.ts";
import { Problem } from "#lib/problem.ts";
import { words } from "#lib/text/words.ts";
import { MAX_ATTEMPTS, type TaskName, type TaskPayloads } from "./enqueue.ts";
import { isTransient } from "./transient.ts";

/** Every night: journals, rejected rows and indexes of lists go when their time is over. */
export const CRONTAB = `17 3 * * * forget-old-imports
37 3 * * * forget-idle-indexes`;

export const tasks: Record<TaskName, Task> = {
  "profile-columns": ofImport((importId, signal) => profileColumns(importId, signal)),
  "check-import": ofImport((importId, signal) => checkImport(importId, signal)),
  "apply-import": ofImport((importId) => applyImport(importId)),
  "undo-import": ofImport((importId) => undoImport(importId), failUndo),
  "bulk-action": async (payload, helpers) => {
    const { bulkActionId } = payload as { bulkActionId: number };
    await endingInFailure(
      helpers,
      () => runBulkAction(bulkActionId),
      (error) => failBulkAction(bulkActionId, error),
    );
  },
  "index-members": async (payload) => {
    const { profileId, column } = payload as TaskPayloads["index-members"];
    await indexMembers(profileId, column);
  },
  "forget-idle-indexes": () => forgetIdleIndexes(),
  "forget-old-imports": () => forgetOldImports(),
};

function ofImport(work: (importId: number, signal: AbortSignal) => Promise<void>, fail = failImport): Task {
  return async (payload, helpers) => {
    const { importId } = payload as { importId: number };
    await endingInFailure(
      helpers,
      () => work(importId, helpers.abortSignal),
      (error) => fail(importId, error),
    );
  };
}

/**
 * An error that may pass is tried again; any other ends what the job is about as failed, with the reason. So does a job
 * that was begun too often without an end: whatever ended its servers would end the next one too.
 */
async function endingInFailure(
  { job, abortSignal }: JobHelpers,
  work: () => Promise<void>,
  fail: (error: unknown) => Promise<void>,
): Promise<void> {
  if (job.attempts > MAX_ATTEMPTS) return fail(BEGUN_TOO_OFTEN);
  try {
    await work();
  } catch (error) {
    const mayPass = isTransient(error) || (await dropIndexesInTheWay(error));
    if (abortSignal.aborted || (mayPass && job.attempts < MAX_ATTEMPTS)) throw error;
    await fail(error);
  }
}

const BEGUN_TOO_OFTEN = new Problem(
  "conflict",
  "begun_too_often",
  words(
    "This was begun {times, number} times and never came to its end, as when the server stops each time. Nothing was changed. Tell an administrator before you try it again.",
    { times: MAX_ATTEMPTS },
  ),
);
