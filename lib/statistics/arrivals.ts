import { inArray, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { contacts, imports } from "#db/schema.ts";
import { environment } from "#lib/environment.ts";
import type { Import } from "#lib/imports/import.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { type Population, populationOf, type Subject } from "./population.ts";
import { readOnly } from "./read-only.ts";
import { untilChanged } from "./until-changed.ts";

/** An import that brought people who are here now. */
export type ArrivalImport = Pick<Import, "id" | "origin" | "fileName" | "reference" | "createdAt">;

/** When and how those who are here now came, and since when those who are not active are not. */
export type Arrivals = {
  contacts: number;
  /** By day (`2026-03-29`, in the installation's time zone) and import; 0 is none: a form, or the API one at a time. */
  added: { day: string; importId: number; count: number }[];
  /** `day` null: not known. */
  left: { day: string | null; status: "unsubscribed" | "bounced"; count: number }[];
  /** Those named in `added` that still have a log. */
  imports: ArrivalImport[];
};

type Counted = Pick<Arrivals, "added" | "left">;

export async function arrivals(person: Person, subject: Subject): Promise<Arrivals> {
  const population = await populationOf(person, subject);
  const { added, left } = await untilChanged("arrivals", population, () => countArrivals(population));
  const ids = [...new Set(added.map(({ importId }) => importId))].filter((id) => id > 0);
  return { contacts: added.reduce((sum, { count }) => sum + count, 0), added, left, imports: await named(ids) };
}

/** Counted, not estimated: one pass over the table, and a second over those who are not active. */
const countArrivals = (population: Population): Promise<Counted> =>
  readOnly(async (tx) => ({ added: await addedBy(tx, population), left: await leftBy(tx, population) }));

/** By status, as a profile's counts are kept. */
export function countsIn({ contacts, left }: Arrivals): Profile["counts"] {
  const of = (status: "unsubscribed" | "bounced") =>
    left.filter((each) => each.status === status).reduce((sum, { count }) => sum + count, 0);
  const [unsubscribed, bounced] = [of("unsubscribed"), of("bounced")];
  return { contacts, active: contacts - unsubscribed - bounced, unsubscribed, bounced };
}

/**
 * First by quarter of an hour, which is whole-number arithmetic and splits no day of any time zone, then by day: asking
 * for each person's day in the time zone takes three times as long.
 */
async function addedBy(tx: Tx, { table, where }: Population): Promise<Arrivals["added"]> {
  const { rows } = await tx.execute<{ day: string; import_id: string; count: string }>(sql`
    select (quarter at time zone ${environment().TIME_ZONE}::text)::date::text as day, import_id, sum(count) as count
    from (
      select date_bin('15 minutes', ${table.createdAt}, timestamptz 'epoch') as quarter,
        coalesce(${table.importId}, 0) as import_id, count(*) as count
      from ${table} where ${where}
      group by 1, 2
    ) quarters
    group by 1, 2 order by 1, 2`);
  return rows.map((row) => ({ day: row.day, importId: Number(row.import_id), count: Number(row.count) }));
}

async function leftBy(tx: Tx, { table, where }: Population): Promise<Arrivals["left"]> {
  // A member's status is that of the contact, who is one of few: all others need not be looked at.
  const since = table === contacts ? sql`` : sql`join contacts on contacts.key = ${table.key} and contacts.status <> 0`;
  const { rows } = await tx.execute<{ day: string | null; status: number; count: string }>(sql`
    select (quarter at time zone ${environment().TIME_ZONE}::text)::date::text as day, status, sum(count) as count
    from (
      select date_bin('15 minutes', contacts.status_changed_at, timestamptz 'epoch') as quarter,
        ${table.status} as status, count(*) as count
      from ${table} ${since}
      where ${where} and ${table.status} <> 0
      group by 1, 2
    ) quarters
    group by 1, 2 order by 1, 2`);
  return rows.map(({ day, status, count }) => ({
    day,
    status: status === 1 ? ("unsubscribed" as const) : ("bounced" as const),
    count: Number(count),
  }));
}

async function named(ids: number[]): Promise<ArrivalImport[]> {
  if (ids.length === 0) return [];
  const { id, origin, fileName, reference, createdAt } = imports;
  return db.select({ id, origin, fileName, reference, createdAt }).from(imports).where(inArray(id, ids));
}
