import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { profiles } from "#db/schema.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { withFieldsOf } from "#lib/profiles/queries.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { countAll } from "#lib/virtual/count-all.ts";

/** `count` null: its rules do not fit any more, or take too long to count. */
export type BuiltOn = { id: number; name: string; count: number | null };

/** The Virtual profiles over this one and how many each holds now, the largest first. */
export async function builtOn(person: Person, { id }: Profile): Promise<BuiltOn[]> {
  authorize(person, "profiles.view");
  const rows = await db
    .select()
    .from(profiles)
    .where(and(eq(profiles.sourceId, id), isNull(profiles.archivedAt)))
    .orderBy(asc(profiles.name));
  const virtual = await withFieldsOf(db, rows);
  const counting = countAll(person, virtual);
  const sizes = virtual.map(async ({ id: each, name }) => {
    const live = await counting.get(each);
    return { id: each, name, count: live?.state === "counted" ? live.counts.contacts : null };
  });
  return (await Promise.all(sizes)).sort((a, b) => (b.count ?? -1) - (a.count ?? -1));
}
