import { setTimeout as sleep } from "node:timers/promises";
import { Broken } from "./broken.ts";
import { type Fault, oneRun } from "./one-run.ts";
import { makePlace, type Place } from "./place.ts";

/** One run after the other, at places of its own that are made when they are needed. */
export type Lane = {
  run(fault: Fault, seed: number, turn: number): Promise<string>;
  leave(): Promise<void>;
};

const LONGEST_MINUTES = 12;
/** How much of what the server said last is kept for whoever reads of a broken promise. */
const WORDS = 3000;

export function openLane(): Lane {
  const places = new Map<Fault["place"], Place>();

  async function placeOf({ place }: Fault): Promise<Place> {
    const there = places.get(place) ?? (await (place ?? makePlace)());
    places.set(place, there);
    return there;
  }

  /** What follows a broken promise begins at a place that is whole. */
  async function forget({ place }: Fault): Promise<void> {
    await places.get(place)?.leave();
    places.delete(place);
  }

  return {
    async run(fault, seed, turn) {
      const place = await placeOf(fault);
      try {
        return await endsInTime(oneRun(place, fault, seed, turn));
      } catch (error) {
        const serverSaid = place.app.output().slice(-WORDS);
        await forget(fault);
        throw Object.assign(error as Error, { serverSaid });
      }
    },
    async leave() {
      for (const place of places.values()) await place.leave();
    },
  };
}

/** A run that hangs breaks a promise, and does not hold up all the others. */
async function endsInTime(run: Promise<string>): Promise<string> {
  const over = new AbortController();
  const limit = sleep(LONGEST_MINUTES * 60_000, undefined, { signal: over.signal }).then(() => {
    throw new Broken(`It did not end within ${LONGEST_MINUTES} minutes.`);
  });
  limit.catch(() => {}); // of the abort
  try {
    return await Promise.race([run, limit]);
  } finally {
    over.abort();
  }
}
