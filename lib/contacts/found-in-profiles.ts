import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { memberTable } from "#db/member-table.ts";
import { readRows } from "#db/read-only.ts";
import { fields, profiles } from "#db/schema.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { sqlState } from "#lib/text/sql-state.ts";
import type { ContactsAsked } from "./list-contacts.ts";
import { whereAll } from "./members-where.ts";
import { searchMembers } from "./search.ts";
import { codeOf } from "./status.ts";

/** `contacts` is MOST + 1 where there are more than MOST. */
export type FoundIn = { profile: { id: number; name: string; type: Profile["type"] }; contacts: number };

/** More are not counted: whoever finds so many asks for something else. */
export const MOST_FOUND = 1000;

const LONGEST_MS = 5000;

/**
 * Where the search of the whole repository goes on beyond emails and mobiles: the profiles in which somebody is found by
 * them or by any text, most first. Each profile's table is read, the smallest first, for five seconds in all; `unread`
 * tells how many profiles are left by then.
 */
export async function foundInProfiles(
  person: Person,
  { search = "", status }: ContactsAsked,
  longestMs = LONGEST_MS,
): Promise<{ found: FoundIn[]; unread: number }> {
  authorize(person, "contacts.view");
  const ends = performance.now() + longestMs;
  const all = await searchedProfiles();
  const found: FoundIn[] = [];
  for (const [at, { own, ...profile }] of all.entries()) {
    const table = memberTable(profile.id, own);
    const wanted = status === undefined ? [] : [sql`${table.status} = ${codeOf(status)}::smallint`];
    const where = whereAll([...wanted, searchMembers(table, own, search)]);
    const contacts = await countIn(
      sql`select from ${table} ${where} limit ${MOST_FOUND + 1}`,
      ends - performance.now(),
    );
    if (contacts === null) return { found: found.sort(mostFirst), unread: all.length - at };
    if (contacts > 0) found.push({ profile, contacts });
  }
  return { found: found.sort(mostFirst), unread: 0 };
}

const mostFirst = (a: FoundIn, b: FoundIn) => b.contacts - a.contacts;

/** With members of their own, the smallest first. */
async function searchedProfiles() {
  const size = sql`${profiles.active} + ${profiles.unsubscribed} + ${profiles.bounced}`;
  const rows = await db
    .select({ id: profiles.id, name: profiles.name, type: profiles.type })
    .from(profiles)
    .where(inArray(profiles.type, ["regular", "mobile_only"]))
    .orderBy(size, profiles.id);
  const columns = await db
    .select({ id: fields.id, type: fields.type, profileId: fields.profileId })
    .from(fields)
    .innerJoin(profiles, eq(profiles.id, fields.profileId));
  const byProfile = Map.groupBy(columns, ({ profileId }) => profileId);
  return rows.map((profile) => ({ ...profile, own: byProfile.get(profile.id) ?? [] }));
}

/** Null when there was not the time for it. */
async function countIn(members: SQL, longestMs: number): Promise<number | null> {
  if (longestMs < 1) return null;
  try {
    const query = sql`select count(*)::int as count from (${members}) found`;
    const [row] = await readRows<{ count: number }>(query, Math.ceil(longestMs));
    return row?.count ?? 0;
  } catch (error) {
    if (sqlState(error) === TOOK_TOO_LONG) return null;
    throw error;
  }
}

const TOOK_TOO_LONG = "57014";
