import { eq, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { memberTable } from "#db/member-table.ts";
import { contacts, profiles, repositoryCounts } from "#db/schema.ts";
import { ownerOf, virtualWhere } from "#lib/contacts/rule-context.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";

/** What statistics are about: a profile, or (null) the whole repository. */
export type Subject = Profile | null;

/** The people that are counted, as parts of a statement. Both kinds of table have `key`, `status`, `import_id` and `created_at`. */
export type Population = {
  /** The table: of a Virtual profile, its source's. */
  table: typeof contacts | ReturnType<typeof memberTable>;
  /** How many rows the table has. */
  rows: number;
  /** Who of the table is meant; `true` for everybody. */
  where: SQL;
  /** Whether that is everybody, so that what the database knows of the whole table is true of them. */
  everybody: boolean;
};

/** Throws `NotAllowed`. A Virtual profile whose rules do not fit any more has nobody: ask `assertRulesFit` first. */
export async function populationOf(person: Person, subject: Subject): Promise<Population> {
  authorize(person, "profiles.view");
  authorize(person, "contacts.view");
  const rows = await rowsOf(subject);
  if (subject === null) return { table: contacts, rows, where: sql`true`, everybody: true };
  const table = memberTable(ownerOf(subject), subject.fields);
  if (subject.type !== "virtual") return { table, rows, where: sql`true`, everybody: true };
  return { table, rows, where: await virtualWhere(subject), everybody: false };
}

async function rowsOf(subject: Subject): Promise<number> {
  const of = subject === null ? repositoryCounts : profiles;
  const [kept] = await db
    .select({ rows: sql<string>`${of.active} + ${of.unsubscribed} + ${of.bounced}` })
    .from(of)
    .where(subject === null ? undefined : eq(profiles.id, ownerOf(subject)));
  return Number(kept?.rows ?? 0);
}
