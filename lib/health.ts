import { pool } from "#db/client.ts";

/** Whether the database answers; false rather than an error when it does not. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await pool.query("select 1");
    return true;
  } catch {
    return false;
  }
}
