import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { IndexedColumn } from "#db/member-index.ts";

/** What the job runner can be asked to do; `tasks.ts` says how. */
export type TaskPayloads = {
  "profile-columns": { importId: number };
  "check-import": { importId: number };
  "apply-import": { importId: number };
  "undo-import": { importId: number };
  "bulk-action": { bulkActionId: number };
  "index-members": { profileId: number; column: IndexedColumn };
  "forget-idle-indexes": Record<string, never>;
  "forget-old-imports": Record<string, never>;
};
export type TaskName = keyof TaskPayloads;

/**
 * Asks for a job, in the caller's transaction: it runs once that commits, and never if it does not.
 * Jobs of one `queue` run one after another. With a `key`, a job of that key that still waits is replaced.
 */
export async function enqueue<Name extends TaskName>(
  tx: Db | Tx,
  task: Name,
  payload: TaskPayloads[Name],
  { queue, key }: { queue?: string; key?: string } = {},
): Promise<void> {
  await tx.execute(sql`
    select graphile_worker.add_job(
      identifier => ${task}, payload => ${JSON.stringify(payload)}::json, queue_name => ${queue ?? null}::text,
      job_key => ${key ?? null}::text, max_attempts => ${MAX_ATTEMPTS + TO_WRITE_IT_DOWN}::int)`);
}

/** Only what may pass by itself is tried again (a database that restarts), 1, 3, 8, 20 … seconds later. */
export const MAX_ATTEMPTS = 8;
/** More, for a database that is away just when a failure is to be written down. */
const TO_WRITE_IT_DOWN = 8;

/** Changes of one profile run one after another. */
export const profileQueue = (profileId: number): string => `profile-${profileId}`;
