import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, type Runner, run, type WorkerEvents } from "graphile-worker";
import { openJobPool } from "#db/client.ts";
import { logEvent } from "#lib/operations/log.ts";
import { countJob } from "#lib/operations/meters.ts";
import { clean, logDefect } from "#lib/text/defect.ts";
import { announceServer } from "./liveness.ts";
import { makeSweep, type Self } from "./sweep.ts";
import { CRONTAB, tasks } from "./tasks.ts";

/** Two: a check keeps one core busy, and a second job must not wait for it. */
const CONCURRENCY = 2;
const SWEEP_EVERY_MS = 2000;

/**
 * A runner that cannot write down how a job ended stops, and the next one frees what it had locked. Without these two it
 * would go on, and the job, with all of its queue, would stay locked for four hours.
 */
const STOP_WHEN_UNSURE = { completeJobBatchDelay: 0, failJobBatchDelay: 0 };

/**
 * Runs background jobs in this process until `stop`, which waits for those that run. Survives a database that goes
 * away and comes back.
 */
export async function startJobs(): Promise<{ stop(): Promise<void> }> {
  const liveness = await announceServer();
  const stopping = new AbortController();
  const state: { runner?: Runner } = {};
  const self: Self = { serverId: liveness.serverId, workerId: null, running: new Map() };
  const running = keepRunning(state, self, stopping.signal);
  const sweeping = keepSweeping(self, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await state.runner?.stop().catch(ignoreStopped);
      await Promise.all([running, sweeping]);
      await liveness.stop();
    },
  };
}

/** `stop` on a runner that ended by itself rejects; it is stopped all the same. */
const ignoreStopped = () => {};

async function keepRunning(state: { runner?: Runner }, self: Self, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const pgPool = openJobPool();
    try {
      state.runner = await run({
        pgPool,
        concurrency: CONCURRENCY,
        noHandleSignals: true,
        pollInterval: 1000,
        taskList: tasks,
        crontab: CRONTAB,
        events: eventsOf(self),
        logger: quiet,
        preset: { worker: STOP_WHEN_UNSURE },
      });
      if (stopping.aborted) await state.runner.stop();
      await state.runner.promise;
    } catch (error) {
      if (!stopping.aborted) logDefect("job runner, which is started again", error);
    } finally {
      await pgPool.end();
    }
    await pause(1000, stopping);
  }
}

/** It locks jobs under a new name at each start. */
function eventsOf(self: Self): WorkerEvents {
  const events = new EventEmitter() as WorkerEvents;
  events.on("pool:create", ({ workerPool }) => {
    self.workerId = workerPool.id;
    self.running.clear();
  });
  events.on("job:start", ({ job }) => self.running.set(job.id, performance.now()));
  events.on("job:complete", ({ job, error }) => {
    const ms = Math.round(performance.now() - (self.running.get(job.id) ?? performance.now()));
    self.running.delete(job.id);
    const outcome = error ? "failed" : "done";
    countJob(job.task_identifier, outcome);
    logEvent("job", {
      id: job.id,
      task: job.task_identifier,
      attempt: job.attempts,
      outcome,
      ms,
      ...idsOf(job.payload),
    });
  });
  return events;
}

/** A job's payload is ids alone. */
function idsOf(payload: unknown): Record<string, number> {
  const ids = Object.entries(payload ?? {}).filter((each): each is [string, number] => typeof each[1] === "number");
  return Object.fromEntries(ids);
}

async function keepSweeping(self: Self, stopping: AbortSignal): Promise<void> {
  const sweep = makeSweep(self);
  while (!stopping.aborted) {
    await sweep().catch((error: unknown) => logDefect("looking for dead servers", error));
    await pause(SWEEP_EVERY_MS, stopping);
  }
}

async function pause(ms: number, stopping: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: stopping, ref: false }).catch(ignoreStopped);
}

/** Only what went wrong, and no payload or value: that may lead to people. */
const quiet = new Logger(() => (level, message, meta) => {
  if (level === "error") logDefect(clean(message), meta?.error);
});
