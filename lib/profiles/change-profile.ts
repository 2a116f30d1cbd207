import { sql } from "drizzle-orm";
import { openClient, over, type Tx } from "#db/client.ts";
import { lockProfile } from "#db/locks.ts";
import { Problem } from "#lib/problem.ts";
import { sqlState } from "#lib/text/sql-state.ts";
import type { Profile } from "./profile.ts";
import { loadProfile } from "./queries.ts";

/**
 * Runs `work` in one transaction that has the profile to itself: no import and no edit changes its members meanwhile.
 * On a connection of its own, for it may take long. Throws Problem `profile_not_found`, or `profile_busy` when the
 * profile is not to be had within five seconds.
 */
export async function changeProfile<T>(profileId: number, work: (tx: Tx, profile: Profile) => Promise<T>): Promise<T> {
  const client = await openClient();
  try {
    return await over(client).transaction(async (tx) => {
      await loadProfile(tx, profileId);
      await tx.execute(sql`set local lock_timeout = '5s'`);
      await lockProfile(tx, profileId);
      return work(tx, await loadProfile(tx, profileId));
    });
  } catch (error) {
    throw sqlState(error) === "55P03" ? busy() : error;
  } finally {
    await client.end();
  }
}

const busy = () =>
  new Problem(
    "busy",
    "profile_busy",
    "An import, or somebody else, is changing this profile now. Nothing was changed: try again in a moment.",
  );
