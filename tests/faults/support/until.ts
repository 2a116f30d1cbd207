import { setTimeout as sleep } from "node:timers/promises";
import { Broken } from "./broken.ts";

/**
 * Asks again and again until there is an answer, and once more when the time is over; throws in words when there is none.
 * Other errors may pass, a broken promise does not.
 */
export async function until<Found>(
  withinMs: number,
  what: string | (() => Promise<string>),
  look: () => Promise<Found | undefined>,
): Promise<Found> {
  const end = Date.now() + withinMs;
  let last: unknown;
  for (let isOver = false; !isOver; await sleep(20)) {
    isOver = Date.now() >= end;
    try {
      const found = await look();
      if (found !== undefined) return found;
    } catch (error) {
      if (error instanceof Broken) throw error;
      last = error;
    }
  }
  const wanted = typeof what === "string" ? what : await what();
  throw new Error(`Not within ${withinMs / 1000} s: ${wanted}${last ? ` (${(last as Error).message})` : ""}.`);
}
