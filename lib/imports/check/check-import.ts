import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { loadImport } from "../queries.ts";
import { unpackFailure, type WorkerMessage } from "./failure.ts";

/** How often the log row says how far the check is, and is asked whether it was cancelled. */
const REPORT_EVERY_MS = 500;

/** What the thread may use beside its buffers; a check of a million rows needs a quarter of it. */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 12 };

/** The job: `runCheck` in a thread of its own, until it ends, the import is cancelled, or the server stops. */
export async function checkImport(importId: number, stopping: AbortSignal): Promise<void> {
  const { state, bytes } = await loadImport(db, importId);
  if (state !== "checking") return;
  await runInThread(new URL("./check-worker.ts", import.meta.url), importId, bytes, stopping);
}

/**
 * Runs a module that reads an import's file in a thread, and keeps the progress of the log row. Throws what the thread
 * threw; answers quietly when the import left its state meanwhile. Also used by the columns page's job.
 */
export async function runInThread(module: URL, importId: number, total: number, stopping: AbortSignal): Promise<void> {
  const worker = new Worker(module, { workerData: { importId }, resourceLimits: LIMITS });
  const heard: Heard = { bytes: 0 };
  worker.on("message", (message: WorkerMessage) => {
    if ("bytes" in message) Object.assign(heard, message);
    else heard.failure = unpackFailure(message.failure);
  });
  const stop = () => void worker.terminate();
  stopping.addEventListener("abort", stop);
  const reporting = setInterval(() => {
    report(importId, heard, total).then(
      (goOn) => goOn || stop(),
      (error) => {
        heard.failure ??= error;
        stop();
      },
    );
  }, REPORT_EVERY_MS);
  try {
    // Rejects with the error that ended it (such as no memory left).
    await once(worker, "exit");
  } finally {
    clearInterval(reporting);
    stopping.removeEventListener("abort", stop);
  }
  if (heard.failure) throw heard.failure;
  stopping.throwIfAborted();
}

type Heard = { bytes: number; rows?: number; failure?: Error };

/** In rows where they are counted: as many as there will be if those to come are as long as those that were read. */
async function report(importId: number, { bytes, rows }: Heard, total: number): Promise<boolean> {
  const progress =
    rows === undefined || bytes === 0
      ? { progressDone: bytes, progressTotal: total }
      : { progressDone: rows, progressTotal: Math.max(rows, Math.round((rows * total) / bytes)) };
  const [row] = await db
    .update(imports)
    .set(progress)
    .where(eq(imports.id, importId))
    .returning({ state: imports.state });
  return row?.state === "checking" || row?.state === "columns";
}
