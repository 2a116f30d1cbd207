import { inAMoment } from "#app/_doors/in-a-moment.ts";

/** How many match: a number, or one that is still being counted. */
export type Matching = number | Promise<number>;

/** A number where it is known, or counted in a moment (or to its end, when the page cannot do without). */
export async function matchingOf(
  known: number | null,
  count: () => Promise<number>,
  toItsEnd: boolean,
): Promise<{ matching: Matching }> {
  if (known !== null) return { matching: known };
  const counting = count();
  // In an object, for an async function that answers a promise waits for it.
  return { matching: (await inAMoment(counting, toItsEnd)) ?? counting };
}
