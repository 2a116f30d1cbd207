import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { profiles, repositoryCounts } from "#db/schema.ts";

/** By how much a change of contacts changes how many have each status. */
export type CountChange = { active?: number; unsubscribed?: number; bounced?: number };

/** Adds the differences to a profile's counts, in the transaction that changes its members, and raises its revision. */
export async function changeCounts(tx: Tx, profileId: number, change: CountChange): Promise<void> {
  await tx
    .update(profiles)
    .set({
      active: sql`${profiles.active} + ${change.active ?? 0}`,
      unsubscribed: sql`${profiles.unsubscribed} + ${change.unsubscribed ?? 0}`,
      bounced: sql`${profiles.bounced} + ${change.bounced ?? 0}`,
      revision: sql`${profiles.revision} + 1`,
    })
    .where(eq(profiles.id, profileId));
}

/** The same for the whole repository, in the transaction that changes `contacts`. */
export async function changeRepositoryCounts(tx: Tx, change: CountChange): Promise<void> {
  await tx.update(repositoryCounts).set({
    active: sql`${repositoryCounts.active} + ${change.active ?? 0}`,
    unsubscribed: sql`${repositoryCounts.unsubscribed} + ${change.unsubscribed ?? 0}`,
    bounced: sql`${repositoryCounts.bounced} + ${change.bounced ?? 0}`,
  });
}
