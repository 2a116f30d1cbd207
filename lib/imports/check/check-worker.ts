import { parentPort, workerData } from "node:worker_threads";
import { pool } from "#db/client.ts";
import { packFailure, type WorkerMessage } from "./failure.ts";
import { runCheck } from "./run-check.ts";

/* The thread that a check runs in: it keeps a core busy for seconds, and pages must not wait for it. */

const { importId } = workerData as { importId: number };
const say = (message: WorkerMessage) => parentPort?.postMessage(message);
try {
  await runCheck(importId, (bytes, rows) => say({ bytes, rows }));
} catch (error) {
  say({ failure: packFailure(error) });
} finally {
  await pool.end();
}
