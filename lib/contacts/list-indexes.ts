import { eq, sql } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { lockProfile } from "#db/locks.ts";
import {
  createMemberIndex,
  dropIdleMemberIndexes,
  dropMemberIndexes,
  hasLongTexts,
  hasMemberIndex,
  type IndexedColumn,
} from "#db/member-index.ts";
import { profileWrittenBy } from "#db/member-table.ts";
import { profiles } from "#db/schema.ts";
import { enqueue, profileQueue } from "#lib/jobs/enqueue.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { failedStatement, sqlState, UNDEFINED_TABLE } from "#lib/text/sql-state.ts";
import type { MemberSort } from "./member-order.ts";
import { ownerOf } from "./rule-context.ts";

/*
 * Orders of large profiles get an index once somebody has wanted them: reading a million members to order them takes a
 * fifth of a second, and reading a page's worth off an index next to nothing. Each index makes later imports of the
 * profile a little slower, so there are only those that are used.
 */

/** From so many members on: fewer are read and ordered at once. */
const LARGE = 200_000;
const MOST_OF_A_PROFILE = 5;
const IDLE_DAYS = 30;

/** Whether an index holds this order of the members; where one would help, it is asked for. */
export async function isIndexed(profile: Profile, by: MemberSort["by"]): Promise<boolean> {
  const column = columnOf(by);
  const ownerId = ownerOf(profile);
  if (column === null) return true;
  if (profile.type !== "virtual" && profile.counts.contacts < LARGE) return false;
  if (await hasMemberIndex(db, ownerId, column)) return true;
  if (await isLarge(db, ownerId)) {
    const key = `index ${ownerId} ${column}`;
    await enqueue(db, "index-members", { profileId: ownerId, column }, { queue: profileQueue(ownerId), key });
  }
  return false;
}

/** The key has one from the start. */
const columnOf = (by: MemberSort["by"]): IndexedColumn | null =>
  by === "key" ? null : by === "added" ? "created_at" : by;

async function isLarge(from: Db | Tx, profileId: number): Promise<boolean> {
  const contacts = sql<boolean>`${profiles.active} + ${profiles.unsubscribed} + ${profiles.bounced} >= ${LARGE}`;
  const [row] = await from.select({ is: contacts }).from(profiles).where(eq(profiles.id, profileId));
  return row?.is ?? false;
}

/** Job: makes one, in the place of the one that was not used for longest when there are many. */
export async function indexMembers(profileId: number, column: IndexedColumn): Promise<void> {
  try {
    if (await hasLongTexts(db, profileId, column)) return;
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local statement_timeout = 0`);
      await lockProfile(tx, profileId);
      if (!(await isLarge(tx, profileId)) || (await hasMemberIndex(tx, profileId, column))) return;
      await dropMemberIndexes(tx, profileId, MOST_OF_A_PROFILE - 1);
      await createMemberIndex(tx, profileId, column);
    });
  } catch (error) {
    // The profile is busy for long, the field is gone, or a long text came. Whoever wants the order next asks again.
    if (!GIVES_UP.has(sqlState(error) ?? "")) throw error;
  }
}

const LOCK_NOT_AVAILABLE = "55P03";
const UNDEFINED_COLUMN = "42703";
const TOO_LONG_FOR_AN_INDEX = "54000";
const GIVES_UP: ReadonlySet<string> = new Set([
  LOCK_NOT_AVAILABLE,
  UNDEFINED_COLUMN,
  UNDEFINED_TABLE,
  TOO_LONG_FOR_AN_INDEX,
]);

/**
 * When a change failed because a text is too long for the index of a list, the profile's indexes go: they only save time,
 * and those that can be are made again. Postgres names no index above 8 kB, so the statement tells the profile. True
 * when there was one, so that the same change works now.
 */
export async function dropIndexesInTheWay(error: unknown): Promise<boolean> {
  if (sqlState(error) !== TOO_LONG_FOR_AN_INDEX) return false;
  const profileId = profileWrittenBy(failedStatement(error) ?? "");
  if (profileId === null) return false;
  return db.transaction(async (tx) => {
    await lockProfile(tx, profileId);
    return (await dropMemberIndexes(tx, profileId, 0)) > 0;
  });
}

/** Every night: those go that nobody has used for long. */
export async function forgetIdleIndexes(): Promise<void> {
  await dropIdleMemberIndexes(db, IDLE_DAYS);
}
