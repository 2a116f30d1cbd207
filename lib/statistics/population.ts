import { eq, type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { db } from "#db/client.ts";
import { memberTable } from "#db/member-table.ts";
import { contacts, profiles, repositoryCounts } from "#db/schema.ts";
import { ownerOf, virtualWhere } from "#lib/contacts/rule-context.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { mentionsOf } from "#lib/rules/walk-rule.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { keptRule } from "#lib/virtual/kept-rule.ts";

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
  /** The same as long as the same people are meant and none of them has changed; null where that is not known. */
  version: string | null;
};

/** Throws `NotAllowed`. A Virtual profile whose rules do not fit any more has nobody: ask `assertRulesFit` first. */
export async function populationOf(person: Person, subject: Subject): Promise<Population> {
  authorize(person, "profiles.view");
  authorize(person, "contacts.view");
  if (subject === null) {
    return { table: contacts, rows: await inRepository(), where: sql`true`, everybody: true, version: null };
  }
  const owner = ownerOf(subject);
  const table = memberTable(owner, subject.fields);
  const { rows, revision } = await inProfile(owner);
  const everybody = subject.type !== "virtual";
  const where = everybody ? sql`true` : await virtualWhere(subject);
  return { table, rows, where, everybody, version: versionOf(subject, revision, where) };
}

/** Rules that name other profiles mean other people once those change, which this one's revision does not tell. */
function versionOf(subject: Profile, revision: number, where: SQL): string | null {
  const rule = keptRule(subject);
  if (rule && mentionsOf(rule).profiles.size > 0) return null;
  return JSON.stringify([ownerOf(subject), revision, new PgDialect().sqlToQuery(where)]);
}

const PEOPLE = (of: typeof profiles | typeof repositoryCounts) =>
  sql<number>`${of.active} + ${of.unsubscribed} + ${of.bounced}`.mapWith(Number);

async function inRepository(): Promise<number> {
  const [kept] = await db.select({ rows: PEOPLE(repositoryCounts) }).from(repositoryCounts);
  return kept?.rows ?? 0;
}

async function inProfile(id: number): Promise<{ rows: number; revision: number }> {
  const { revision } = profiles;
  const [kept] = await db
    .select({ rows: PEOPLE(profiles), revision })
    .from(profiles)
    .where(eq(profiles.id, id));
  return kept ?? { rows: 0, revision: 0 };
}
