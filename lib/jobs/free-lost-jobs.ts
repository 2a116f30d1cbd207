import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";

/** So long a job may be locked without being run here: its end may be on its way to the database. */
const LOST_AFTER_MS = 10_000;

/** A runner of jobs: the name under which it locks them, and the ids of those that it runs. */
export type JobRunner = { workerId: string; running: { has(id: string): boolean } };

/**
 * Frees what the runner locked and never heard of: the database had written the lock when the connection broke, and the
 * answer was lost. The runner lives, so that the job, with all of its queue, would stay locked for four hours.
 */
export function makeFreeLostJobs(lostAfterMs = LOST_AFTER_MS): (runner: JobRunner) => Promise<void> {
  let since = new Map<string, number>();
  return async ({ workerId, running }) => {
    const { rows } = await db.execute<{ id: string }>(
      sql`select id::text from graphile_worker.jobs where locked_by = ${workerId}`,
    );
    const now = performance.now();
    const missing = rows.filter(({ id }) => !running.has(id));
    since = new Map(missing.map(({ id }) => [id, since.get(id) ?? now]));
    for (const [id, from] of since) if (now - from >= lostAfterMs) await free(id, workerId);
  };
}

/** As graphile-worker's own force_unlock_workers, which frees all that a runner has, but for one job. */
async function free(id: string, workerId: string): Promise<void> {
  await db.execute(sql`
    with freed as (
      update graphile_worker._private_jobs set locked_by = null, locked_at = null
      where id = ${id}::bigint and locked_by = ${workerId} returning job_queue_id
    )
    update graphile_worker._private_job_queues queue set locked_by = null, locked_at = null
    from freed where queue.id = freed.job_queue_id and queue.locked_by = ${workerId}`);
}
