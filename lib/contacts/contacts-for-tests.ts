import { eq, ne, sql } from "drizzle-orm";
import { expect } from "vitest";
import { db, type Tx } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { contactEvents, profiles, repositoryCounts } from "#db/schema.ts";
import { editor } from "#lib/imports/import-for-tests.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { type ContactDetails, contactByKey } from "./contact.ts";
import { memberRow } from "./member-row.ts";
import { addContact, type NewContact } from "./new-contact.ts";
import { controlOf } from "./read-values.ts";

/* Small factories and looks for the tests of this folder. */

/** Controls of a form by the fields' names. */
export function formOf({ fields }: Profile, byName: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    fields.filter(({ name }) => name in byName).map((field) => [controlOf(field), byName[field.name] ?? ""]),
  );
}

export const add = (profile: Profile, key: string, byName: Record<string, string> = {}): Promise<NewContact> =>
  addContact(editor, { profileId: profile.id, key, values: formOf(profile, byName) });

export const contactOf = (key: string): Promise<ContactDetails> => contactByKey(editor, key);

/** The member's version, or a failed test. */
export async function versionOf(profile: Profile, key: string): Promise<string> {
  const row = await memberRow(db, profile, key);
  if (!row) throw new Error(`${key} is not in ${profile.name}`);
  return row.version;
}

/** Kinds and details of what the history holds of this key, the earliest first. */
export async function eventsOf(key: string) {
  const rows = await db.select().from(contactEvents).where(eq(contactEvents.key, key)).orderBy(contactEvents.id);
  return rows.map(({ kind, details }) => ({ kind, details }));
}

/** Ends when somebody waits for the transaction. */
export async function untilOneWaits(tx: Tx): Promise<void> {
  for (let looks = 0; looks < 1000; looks++) {
    // `pg_locks`, for all looks into `pg_stat_activity` within one transaction are the same.
    const { rows } = await tx.execute(sql`
      select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`);
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("Nobody waits for the transaction.");
}

/** All kept counts are what a recount finds, and every member has the status of its contact. */
export async function expectCountsToHold(): Promise<void> {
  const [kept] = await db.select().from(repositoryCounts);
  expect(kept).toMatchObject(await counted(sql`contacts`));
  for (const profile of await db.select().from(profiles).where(ne(profiles.type, "virtual"))) {
    const table = memberTableName(profile.id);
    expect(profile).toMatchObject(await counted(table));
    const { rows } = await db.execute(sql`
      select m.key from ${table} m left join contacts c on c.key = m.key where c.status is distinct from m.status`);
    expect(rows).toEqual([]);
  }
}

async function counted(table: ReturnType<typeof sql>) {
  const { rows } = await db.execute<{ active: number; unsubscribed: number; bounced: number }>(sql`
    select count(*) filter (where status = 0)::int as active, count(*) filter (where status = 1)::int as unsubscribed,
      count(*) filter (where status = 2)::int as bounced from ${table}`);
  return rows[0] ?? {};
}
