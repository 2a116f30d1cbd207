import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { jobWorkers } from "#db/schema.ts";
import { interruptLostUploads, interruptUploadsOf } from "#lib/imports/interrupt-uploads.ts";
import { makeFreeLostJobs } from "./free-lost-jobs.ts";
import { endJobsOf, serversWithoutLock } from "./liveness.ts";

/** This server, the name under which its present job runner locks jobs (null while it has none), and when each job that it runs began. */
export type Self = { serverId: number; workerId: string | null; running: Map<string, number> };

/**
 * Looks for app servers that died, gives their jobs to the living, and marks their half uploads as Interrupted.
 * A server counts as dead when two looks in a row find it without its lock.
 */
export function makeSweep(self: Self): () => Promise<void> {
  let suspects = new Set<number>();
  const freeLostJobs = makeFreeLostJobs();
  return async () => {
    const { workerId, running } = self;
    await writeDown(self);
    if (workerId !== null) await freeLostJobs({ workerId, running });
    await interruptLostUploads(self.serverId);
    const without = await serversWithoutLock();
    for (const serverId of without) if (suspects.has(serverId)) await bury(serverId);
    suspects = new Set(without);
    await unlock(await unknownWorkers());
  };
}

/** The database is told whose the present runner is; what an earlier one of this server still has locked is free again. */
async function writeDown({ serverId, workerId }: Self): Promise<void> {
  if (workerId === null) return;
  await db.insert(jobWorkers).values({ workerId, serverId }).onConflictDoNothing();
  await release(serverId, workerId);
}

async function bury(serverId: number): Promise<void> {
  await endJobsOf(serverId);
  await interruptUploadsOf(serverId);
  await release(serverId);
}

/** Gives up the jobs of all runners of a server but `except`. */
async function release(serverId: number, except = ""): Promise<void> {
  const workers = await db
    .select({ id: jobWorkers.workerId })
    .from(jobWorkers)
    .where(and(eq(jobWorkers.serverId, serverId), ne(jobWorkers.workerId, except)));
  if (workers.length === 0) return;
  const ids = workers.map((worker) => worker.id);
  await unlock(ids);
  await db.delete(jobWorkers).where(inArray(jobWorkers.workerId, ids));
}

/** Runners that died before they were written down: their jobs would wait for hours. */
async function unknownWorkers(): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select distinct locked_by as id from graphile_worker.jobs
    where locked_at < now() - interval '30 seconds' and locked_by not in (select worker_id from job_workers)`);
  return rows.map((row) => row.id);
}

async function unlock(workerIds: readonly string[]): Promise<void> {
  if (workerIds.length === 0) return;
  const list = sql.join(
    workerIds.map((id) => sql`${id}`),
    sql`, `,
  );
  await db.execute(sql`select graphile_worker.force_unlock_workers(array[${list}]::text[])`);
}
