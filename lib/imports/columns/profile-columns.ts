import { db } from "#db/client.ts";
import { runInThread } from "../check/check-import.ts";
import { loadImport } from "../queries.ts";

/**
 * The job: counts over all rows how many values of each column fit each type, for the page that maps columns. A
 * program's import goes on by itself: what matches no field becomes one of the type that fits.
 */
export async function profileColumns(importId: number, stopping: AbortSignal): Promise<void> {
  const { state, bytes } = await loadImport(db, importId);
  if (state !== "columns") return;
  await runInThread(new URL("./profile-worker.ts", import.meta.url), importId, bytes, stopping);
}
