import type { Population } from "./population.ts";

/** Each some kilobytes. */
const MOST_KEPT = 100;

const kept = new Map<string, Promise<unknown>>();

/**
 * `count`s, or answers what it was when it was last asked, where none of the people has changed since: in another period,
 * or come back to, a page of five million is there at once. `what`: the name of the figures.
 */
export function untilChanged<T>(what: string, { version }: Population, count: () => Promise<T>): Promise<T> {
  if (version === null) return count();
  const name = `${what} ${version}`;
  const known = kept.get(name) as Promise<T> | undefined;
  const counting = known ?? count();
  // To its end, so that the first is the one that nobody has asked for longest.
  kept.delete(name);
  kept.set(name, counting);
  counting.catch(() => kept.delete(name));
  for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
  return counting;
}
