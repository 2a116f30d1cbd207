import type { Fault } from "./one-run.ts";

/** One run: which fault, its seed, and how many runs of the fault were before. */
export type Turn = { fault: Fault; seed: number; turn: number };

/**
 * Every fault as often as it wants, spread evenly, so that a run cut short has had something of everything; then all of
 * that again, where `again` says so. `turns` counts on from one schedule to the next.
 */
export function* schedule(
  faults: readonly Fault[],
  wanted: (fault: Fault) => number,
  next: (fault: Fault) => Turn,
  again: boolean,
): Generator<Turn, undefined> {
  const most = Math.max(0, ...faults.map(wanted));
  do {
    for (let round = 0; round < most; round++) {
      for (const fault of faults) {
        const share = wanted(fault) / most;
        if (Math.ceil((round + 1) * share) > Math.ceil(round * share)) yield next(fault);
      }
    }
  } while (again && most > 0);
  return undefined;
}
