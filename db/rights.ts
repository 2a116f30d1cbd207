import type pg from "pg";

/*
 * Who may do what in the database. Three roles:
 *
 *   the owner     makes and changes the tables of `public`; only migrations sign in as it
 *   the app's     reads and writes rows there; has tables of its own in audience, staging, journal and the job queue
 *   the reader    may be taken on by the app's for the length of a transaction (db/read-only.ts); signs in nowhere
 *
 * On a server of one's own the app's role may be the owner too. Then it is bound less, and all else is the same.
 */

/** The reader's name is that of the app's role with this behind it. */
export const READER_ENDING = "_reader";

/** What rules, samples, statistics and exports read, beside the profiles' own tables. */
const FOR_READER =
  "contacts, contact_events, fields, import_lines, imports, profiles, repository_counts, rule_versions";

/** `owner` is signed in as who migrates, `app` as the app's role; both may be the same role. After each migration. */
export async function grantRights(owner: pg.Client, app: pg.Client): Promise<void> {
  const names = await namesOf(owner, app);
  if (names.owner !== names.app) await grantToApp(owner, names.app);
  if (await hasReader(owner, names)) await grantToReader(owner, app, names.reader);
}

type Names = { owner: string; app: string; reader: string };

async function namesOf(owner: pg.Client, app: pg.Client): Promise<Names> {
  const nameOf = async (client: pg.Client) => String((await client.query("select current_user as name")).rows[0]?.name);
  const appName = await nameOf(app);
  return { owner: await nameOf(owner), app: appName, reader: appName + READER_ENDING };
}

async function grantToApp(owner: pg.Client, appName: string): Promise<void> {
  const app = owner.escapeIdentifier(appName);
  await owner.query(`
    grant usage on schema public to ${app};
    grant select, insert, update, delete on all tables in schema public to ${app};
    grant usage, select on all sequences in schema public to ${app};
    grant maintain on contacts to ${app};
    grant usage, create on schema audience, staging, journal to ${app};
    revoke update, delete on audit_events from ${app}`);
}

/** Made where the owner may make roles; the embedded server's superuser has made it before. */
async function hasReader(owner: pg.Client, { app, reader }: Names): Promise<boolean> {
  const { rows } = await owner.query<{ there: boolean; may: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as there,
       (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as may`,
    [reader],
  );
  if (!rows[0]?.there && rows[0]?.may) {
    await owner.query(`create role ${owner.escapeIdentifier(reader)}`);
    await owner.query(`grant ${owner.escapeIdentifier(reader)} to ${owner.escapeIdentifier(app)}`);
    return true;
  }
  return rows[0]?.there ?? false;
}

/** The profiles' tables are the app's own, so it shares them itself, also those that it will make. */
async function grantToReader(owner: pg.Client, app: pg.Client, readerName: string): Promise<void> {
  const reader = owner.escapeIdentifier(readerName);
  await owner.query(`
    grant usage on schema public, audience to ${reader};
    grant select on ${FOR_READER} to ${reader}`);
  await app.query(`
    grant select on all tables in schema audience to ${reader};
    alter default privileges in schema audience grant select on tables to ${reader}`);
}
