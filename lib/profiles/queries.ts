import { asc, eq, inArray } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { fields, profiles } from "#db/schema.ts";
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
  return rows.map((row) => {
    const type = row.type === "virtual" ? types.find((source) => source.id === row.sourceId)?.type : row.type;
    return asProfile(
      row,
      all.filter((field) => field.profileId === (row.sourceId ?? row.id)),
      type ?? "regular",
    );
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
