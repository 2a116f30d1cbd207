import { setTimeout as sleep } from "node:timers/promises";
import { inAMoment } from "#app/_doors/in-a-moment.ts";

/** How many match: a number, or one that is still being counted. */
export type Matching = number | Promise<number>;

/**
 * A number where it is known, or counted in a moment (or to its end, when the page cannot do without). `of`: out of how
 * many. Counting many keeps the whole machine busy, so it waits until the page is drawn.
 */
export async function matchingOf(
  known: number | null,
  count: () => Promise<number>,
  { of, toItsEnd }: { of: number; toItsEnd: boolean },
): Promise<{ matching: Matching }> {
  if (known !== null) return { matching: known };
  if (of > MANY && !toItsEnd) return { matching: sleep(DRAWN_MS).then(count) };
  const counting = count();
  // In an object, for an async function that answers a promise waits for it.
  return { matching: (await inAMoment(counting, toItsEnd)) ?? counting };
}

/** Fewer are counted in the time that a page is drawn in. */
const MANY = 200_000;
const DRAWN_MS = 60;
