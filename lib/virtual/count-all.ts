import type { Profile } from "#lib/profiles/profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { countTogether, inPacks } from "./count-together.ts";
import type { LiveCounts } from "./live-counts.ts";

/** Each count reads a table in parallel: more at once would only wait for one another, and keep connections from others. */
const AT_ONCE = 2;

/** Begins to count the profiles in their order, a few at a time; each one's promise is kept when its turn is over. */
export function countAll(person: Person, profiles: readonly Profile[]): Map<number, Promise<LiveCounts>> {
  const lanes: Promise<unknown>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve());
  return new Map(
    inPacks(profiles).flatMap((pack, at) => {
      const lane = at % AT_ONCE;
      const counted = Promise.resolve(lanes[lane]).then(() => countTogether(person, pack));
      // The next one goes on whatever became of this one; whoever asked for this one hears of it.
      lanes[lane] = counted.catch(() => {});
      return pack.map(({ id }, place) => [id, counted.then((counts) => counts[place] as LiveCounts)] as const);
    }),
  );
}
