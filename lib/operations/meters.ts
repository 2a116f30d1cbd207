/*
 * What this process has counted since its start. Kept on `globalThis`, because Next bundles this file and the server
 * around it loads it unbundled.
 */

/** Upper ends, in seconds. */
export const DURATIONS = [0.05, 0.1, 0.3, 1, 3, 10, 60] as const;

export type Meters = {
  /** By method, route and status, joined with a space. */
  requests: Map<string, number>;
  /** How many took no longer than each of DURATIONS, and how many at all. */
  durations: number[];
  seconds: number;
  /** By task and outcome, joined with a space. */
  jobs: Map<string, number>;
};

const shared = globalThis as typeof globalThis & { rollbookMeters?: Meters };

export const meters: Meters = shared.rollbookMeters ?? {
  requests: new Map(),
  durations: Array.from({ length: DURATIONS.length + 1 }, () => 0),
  seconds: 0,
  jobs: new Map(),
};
shared.rollbookMeters = meters;

export function countRequest(method: string, route: string, status: number, seconds: number): void {
  addTo(meters.requests, `${method} ${route} ${status}`);
  meters.seconds += seconds;
  for (const [at, end] of [...DURATIONS, Number.POSITIVE_INFINITY].entries()) {
    if (seconds <= end) meters.durations[at] = (meters.durations[at] ?? 0) + 1;
  }
}

export const countJob = (task: string, outcome: "done" | "failed"): void => addTo(meters.jobs, `${task} ${outcome}`);

function addTo(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
