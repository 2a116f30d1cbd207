import { setTimeout as sleep } from "node:timers/promises";

/** How many match: a number, or one that is still being counted. */
export type Matching = number | Promise<number>;

/** A number that is soon there is worth waiting for: the page then holds it without a script. */
const WORTH_WAITING_MS = 60;

/** `count`, waited for: to its end when the page cannot do without, else for a moment. */
export async function soonOrLater(count: Promise<number>, toItsEnd: boolean): Promise<Matching> {
  if (toItsEnd) return count;
  const soon = await Promise.race([count, sleep(WORTH_WAITING_MS, null, { ref: false })]);
  return soon ?? count;
}
