import { sql } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";

/*
 * Advisory locks, held to the end of the transaction. Whoever changes members takes the profile's lock first, then
 * touches rows; so an import and an edit never wait for each other in a circle.
 */

const PROFILE = 1;
const NEW_CONTACTS = 2;
/** Held by each app server for as long as it lives, on a connection of its own. */
export const SERVER = 3;

/** A query of the numbers of the app servers that live. */
export const LIVING_SERVERS = sql`
  select objid::int as id from pg_locks
  where locktype = 'advisory' and classid = ${SERVER} and granted
    and database = (select oid from pg_database where datname = current_database())`;

/** For a change of a few members: many may hold it at once, and an import waits for them. */
export async function lockProfileForEdit(tx: Tx, profileId: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${PROFILE}, ${profileId}::int)`);
}

/** For a change of status, which reaches a person's row in every profile. In the order of the ids, as all do who take several. */
export async function lockAllProfilesForEdit(tx: Tx): Promise<void> {
  await tx.execute(sql`
    select pg_advisory_xact_lock_shared(${PROFILE}, id::int)
    from (select id from profiles where type <> 'virtual' order by id) as each`);
}

/** For an import, a change of fields, or the end of a profile: nobody else changes its members. */
export async function lockProfile(tx: Tx, profileId: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${PROFILE}, ${profileId}::int)`);
}

/** For an Unsubscribe, which is an import of one profile and a change of status in all: both of the above, in one order of ids. */
export async function lockProfileAmongAll(tx: Tx, profileId: number): Promise<void> {
  await tx.execute(sql`
    select case when id = ${profileId}
      then pg_advisory_xact_lock(${PROFILE}, id::int)::text else pg_advisory_xact_lock_shared(${PROFILE}, id::int)::text end
    from (select id from profiles where type <> 'virtual' order by id) as each`);
}

/** For imports, after their profiles: one at a time adds people to the repository, so that two never insert the same ones. */
export async function lockNewContacts(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${NEW_CONTACTS}, 0)`);
}

/** True when some import or change of fields holds the profile now; does not wait. */
export async function isProfileLocked(db: Db | Tx, profileId: number): Promise<boolean> {
  const { rows } = await db.execute<{ held: boolean }>(sql`
    select exists (
      select from pg_locks
      where locktype = 'advisory' and classid = ${PROFILE} and objid = ${profileId}::int and mode = 'ExclusiveLock'
        and database = (select oid from pg_database where datname = current_database())
    ) as held`);
  return rows[0]?.held ?? false;
}
