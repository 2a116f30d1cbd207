import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "#db/client.ts";

/** Whoever asks is a program that wants to know now. */
const PATIENCE_MS = 5000;

/** Whether the database answers, soon; false rather than an error when it does not. */
export async function databaseAnswers(): Promise<boolean> {
  const asked = pool.query("select 1").then(
    () => true,
    () => false,
  );
  return Promise.race([asked, sleep(PATIENCE_MS, false, { ref: false })]);
}
