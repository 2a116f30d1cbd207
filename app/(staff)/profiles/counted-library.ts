import { inAMoment } from "#app/_doors/in-a-moment.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { type ProfileRef, profileRefs } from "#lib/profiles/queries.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { countAll } from "#lib/virtual/count-all.ts";
import type { LiveCounts } from "#lib/virtual/live-counts.ts";

/** A profile, what it is built on, and its counts: of a Virtual one they may still be under way. */
export type LibraryRow = {
  profile: Profile;
  source: ProfileRef | null;
  counting: LiveCounts | Promise<LiveCounts>;
};

/** `isCounting`: some count is not there yet. */
export type Library = { rows: LibraryRow[]; isCounting: boolean };

/**
 * Begins to count Virtual profiles, and waits for it a moment, or to its end. `byContacts`: the largest first; those that
 * are still being counted come last.
 */
export async function countedLibrary(
  person: Person,
  profiles: Profile[],
  { toItsEnd, byContacts }: { toItsEnd: boolean; byContacts: boolean },
): Promise<Library> {
  const counting = countAll(person, profiles);
  const all = inAMoment(Promise.all(counting.values()), toItsEnd, byContacts ? ORDER_WAITS_MS : undefined);
  const sources = await profileRefs(profiles.flatMap(({ sourceId }) => sourceId ?? []));
  const there = await all;
  const counted = new Map([...counting.keys()].map((id, at) => [id, there?.[at]]));
  const rows = profiles.flatMap((profile) => {
    const counts = counted.get(profile.id) ?? counting.get(profile.id);
    const source = sources.get(profile.sourceId ?? 0) ?? null;
    return counts ? [{ profile, source, counting: counts }] : [];
  });
  if (byContacts) rows.sort((one, other) => contactsIn(other) - contactsIn(one));
  return { rows, isCounting: there === null };
}

/** Who wants to see the largest first rather waits than reads a list that is in another order. */
const ORDER_WAITS_MS = 1500;

/** As far as it is known: below none where it is not. */
function contactsIn({ profile, counting }: LibraryRow): number {
  if (profile.type !== "virtual") return profile.counts.contacts;
  return counting instanceof Promise || counting.state === "too_slow" ? -1 : counting.counts.contacts;
}
