import { and, asc, eq, ilike, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { fields, profiles, repositoryCounts } from "#db/schema.ts";
import type { Field } from "#lib/fields/field.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Profile } from "./profile.ts";

/** One profile with its fields. Throws Problem `profile_not_found`. */
export async function profileById(person: Person, id: number): Promise<Profile> {
  authorize(person, "profiles.view");
  return loadProfile(db, id);
}

/** As `profileById`, by the key that the API uses. */
export async function profileByKey(person: Person, key: string): Promise<Profile> {
  authorize(person, "profiles.view");
  const [row] = await db.select().from(profiles).where(eq(profiles.key, key));
  if (!row) throw notFound();
  return withFields(db, row);
}

/** As `profileById`, for jobs, which act for nobody in particular. */
export async function loadProfile(from: Db | Tx, id: number): Promise<Profile> {
  const [row] = Number.isSafeInteger(id) ? await from.select().from(profiles).where(eq(profiles.id, id)) : [];
  if (!row) throw notFound();
  return withFields(from, row);
}

/** Those of these that are still there, by their ids. */
export async function profilesByIds(from: Db | Tx, ids: readonly number[]): Promise<Map<number, Profile>> {
  if (ids.length === 0) return new Map();
  const rows = await from
    .select()
    .from(profiles)
    .where(inArray(profiles.id, [...new Set(ids)]));
  return new Map((await withFieldsOf(from, rows)).map((profile) => [profile.id, profile]));
}

export type ProfileFilter = {
  /** Part of the name. */
  search?: string;
  type?: Profile["type"];
  archived?: boolean;
  sort?: "name" | "contacts" | "created";
  /** By keyset over (name, id), for programs: what comes after this profile. */
  after?: { name: string; id: number };
  /** The same in any order, for pages, by the id; from the beginning when that profile is gone. */
  behind?: number;
  /** All, unless it is named. */
  limit?: number;
};

/** Profiles by name, case aside, unless sorted otherwise. Their counts are kept in their rows, so nothing is counted. */
export async function listProfiles(person: Person, filter: ProfileFilter = {}): Promise<Profile[]> {
  authorize(person, "profiles.view");
  const { search, type, archived = false, sort = "name", after, behind, limit } = filter;
  const byName = sql`lower(${profiles.name})`;
  const order = {
    name: sql`${byName}, ${profiles.id}`,
    contacts: sql`-(${profiles.active} + ${profiles.unsubscribed} + ${profiles.bounced}), ${byName}, ${profiles.id}`,
    created: sql`-extract(epoch from ${profiles.createdAt}), -${profiles.id}`,
  }[sort];
  const place = sql`select ${order} from ${profiles} where ${profiles.id} = ${behind}`;
  const found = db
    .select()
    .from(profiles)
    .where(
      and(
        archived ? isNotNull(profiles.archivedAt) : isNull(profiles.archivedAt),
        type === undefined ? undefined : eq(profiles.type, type),
        search ? ilike(profiles.name, `%${search.replace(/[\\%_]/g, "\\$&")}%`) : undefined,
        after === undefined ? undefined : sql`(${byName}, ${profiles.id}) > (lower(${after.name}), ${after.id})`,
        behind === undefined ? undefined : sql`coalesce((${order}) > (${place}), true)`,
      ),
    )
    .orderBy(order);
  return withFieldsOf(db, await (limit === undefined ? found : found.limit(limit)));
}

/** A profile as selects offer it. */
export type ProfileChoice = Pick<Profile, "id" | "name" | "type">;

/** All profiles in use by name, to choose from. */
export async function profileChoices(person: Person): Promise<ProfileChoice[]> {
  authorize(person, "profiles.view");
  return db
    .select({ id: profiles.id, name: profiles.name, type: profiles.type })
    .from(profiles)
    .where(isNull(profiles.archivedAt))
    .orderBy(sql`lower(${profiles.name})`, profiles.id);
}

/** Unique people of the whole repository, by status. */
export async function repositoryTotals(person: Person): Promise<Profile["counts"]> {
  authorize(person, "profiles.view");
  const [row] = await db.select().from(repositoryCounts);
  const { active = 0, unsubscribed = 0, bounced = 0 } = row ?? {};
  return { contacts: active + unsubscribed + bounced, active, unsubscribed, bounced };
}

type Row = typeof profiles.$inferSelect;

async function withFields(from: Db | Tx, row: Row): Promise<Profile> {
  const [profile] = await withFieldsOf(from, [row]);
  if (!profile) throw notFound();
  return profile;
}

/** Profiles with their fields, read in one query for all. */
export async function withFieldsOf(from: Db | Tx, rows: Row[]): Promise<Profile[]> {
  const owners = [...new Set(rows.map((row) => row.sourceId ?? row.id))];
  if (owners.length === 0) return [];
  const all = await from.select().from(fields).where(inArray(fields.profileId, owners)).orderBy(asc(fields.position));
  const sources = rows.flatMap((row) => row.sourceId ?? []);
  const types = sources.length === 0 ? [] : await from.select().from(profiles).where(inArray(profiles.id, sources));
  const byOwner = Map.groupBy(all, ({ profileId }) => profileId);
  return rows.map((row) => {
    const type = row.type === "virtual" ? types.find((source) => source.id === row.sourceId)?.type : row.type;
    return asProfile(row, byOwner.get(row.sourceId ?? row.id) ?? [], type ?? "regular");
  });
}

function asProfile(row: Row, own: Field[], keyedBy: Row["type"]): Profile {
  const { active, unsubscribed, bounced, createdBy: _, ...rest } = row;
  return {
    ...rest,
    keyKind: keyedBy === "mobile_only" ? "mobile" : "email",
    counts: { contacts: active + unsubscribed + bounced, active, unsubscribed, bounced },
    fields: own,
  };
}

const notFound = () => new Problem("not_found", "profile_not_found", "There is no such profile.");

/** What others call a profile. */
export type ProfileRef = { id: number; key: string; name: string };

/** Profiles as others name them, by their ids. */
export async function profileRefs(ids: readonly number[]): Promise<Map<number, ProfileRef>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: profiles.id, key: profiles.key, name: profiles.name })
    .from(profiles)
    .where(inArray(profiles.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The Virtual profiles in use that are built on a profile, by name. */
export async function virtualProfilesOf(from: Db | Tx, sourceId: number): Promise<Profile[]> {
  const rows = await from
    .select()
    .from(profiles)
    .where(and(eq(profiles.sourceId, sourceId), isNull(profiles.archivedAt)))
    .orderBy(sql`lower(${profiles.name})`);
  return withFieldsOf(from, rows);
}

/** As `virtualProfilesOf`, for a page. */
export async function virtualProfilesOver(person: Person, sourceId: number): Promise<Profile[]> {
  authorize(person, "profiles.view");
  return virtualProfilesOf(db, sourceId);
}

/** The names of profiles by their ids. */
export async function profileNames(ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: profiles.id, name: profiles.name })
    .from(profiles)
    .where(inArray(profiles.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
