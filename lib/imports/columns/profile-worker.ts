import { parentPort, workerData } from "node:worker_threads";
import { pool } from "#db/client.ts";
import { packFailure, type WorkerMessage } from "../check/failure.ts";
import { runProfile } from "./run-profile.ts";

/* The thread that reads a whole file for the columns page. */

const { importId } = workerData as { importId: number };
const say = (message: WorkerMessage) => parentPort?.postMessage(message);
try {
  await runProfile(importId, (bytes) => say({ bytes }));
} catch (error) {
  say({ failure: packFailure(error) });
} finally {
  await pool.end();
}
