import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { enqueue } from "./enqueue.ts";
import { makeFreeLostJobs } from "./free-lost-jobs.ts";

/** A job in a queue of its own, locked as graphile-worker does when it hands it to `worker`. */
async function lockedBy(worker: string): Promise<string> {
  const queue = `queue ${Math.random()}`;
  await db.transaction((tx) => enqueue(tx, "check-import", { importId: 1 }, { queue, key: queue }));
  const { rows } = await db.execute<{ id: string }>(sql`
    update graphile_worker._private_jobs set locked_by = ${worker}, locked_at = now() where key = ${queue}
    returning id::text`);
  await db.execute(sql`
    update graphile_worker._private_job_queues set locked_by = ${worker}, locked_at = now() where queue_name = ${queue}`);
  return rows[0]?.id ?? "";
}

/** Who has locked the job, and who its queue. */
async function locksOf(id: string) {
  const { rows } = await db.execute<{ job: string | null; queue: string | null }>(sql`
    select j.locked_by as job, q.locked_by as queue from graphile_worker._private_jobs j
    join graphile_worker._private_job_queues q on q.id = j.job_queue_id where j.id = ${id}::bigint`);
  return [rows[0]?.job, rows[0]?.queue];
}

it("frees the job and the queue that the runner locked and does not run, and no other", async () => {
  const [lost, runs, elsewhere] = [await lockedBy("mine"), await lockedBy("mine"), await lockedBy("another")];
  const look = makeFreeLostJobs(0);
  await look({ workerId: "mine", running: new Set([runs]) });
  expect(await locksOf(lost)).toEqual([null, null]);
  expect(await locksOf(runs)).toEqual(["mine", "mine"]);
  expect(await locksOf(elsewhere)).toEqual(["another", "another"]);
});

it("waits a while: a job that has just ended here may still be locked there", async () => {
  const lost = await lockedBy("patient");
  const patient = makeFreeLostJobs(300);
  const look = (running: string[] = []) => patient({ workerId: "patient", running: new Set(running) });
  await look();
  await new Promise((passed) => setTimeout(passed, 310));
  await look([lost]); // it runs after all: the wait begins anew
  await look();
  expect(await locksOf(lost)).toEqual(["patient", "patient"]);
  await new Promise((passed) => setTimeout(passed, 310));
  await look();
  expect(await locksOf(lost)).toEqual([null, null]);
});
