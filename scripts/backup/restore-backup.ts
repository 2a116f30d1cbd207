import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { from } from "pg-copy-streams";
import { SERVER } from "#db/locks.ts";
import { migrate } from "#db/migrate.ts";
import { Refused } from "../running-installation.ts";
import { fileOf, type Manifest, PRESENT_MIGRATION, readManifest, type TableEntry } from "./manifest.ts";
import { quoted } from "./take-backup.ts";

/**
 * Puts a backup into a database that holds nothing yet; `replace`: in the place of whatever it holds. Every table's rows are
 * checked against the manifest on the way, and nothing is committed before all of them were right. Throws Refused.
 *
 * Two transactions, for two roles: the fixed tables are the owner's, those of profiles and imports the app's. The owner's is
 * last, so that a restore that was cut short between the two is an empty installation still, and `replace` clears it.
 */
export async function restoreBackup(
  folder: string,
  { databaseUrl, ownerUrl, replace }: { databaseUrl: string; ownerUrl: string; replace: boolean },
): Promise<Manifest> {
  const manifest = readManifest(folder);
  if (manifest.migration !== PRESENT_MIGRATION) throw otherVersion(manifest);
  await migrate(databaseUrl, ownerUrl);
  const [app, owner] = [await connect(databaseUrl), await connect(ownerUrl)];
  try {
    await refuseWhileServed(app);
    if (!replace) await refuseFilled(app);
    await app.query("begin");
    await owner.query("begin");
    await clear(app, owner);
    for (const table of manifest.tables) await restoreTable(table.definition ? app : owner, folder, table);
    await restoreSequences(owner, manifest);
    await restoreJobs(app, manifest);
    await app.query("commit");
    await owner.query("commit");
    await Promise.all([app.query("analyze"), owner.query("analyze")]);
    return manifest;
  } finally {
    await Promise.all([app.end(), owner.end()]); // what is not committed is rolled back
  }
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: "rollbook restore" });
  await client.connect();
  await client.query("set statement_timeout = 0; set timezone = 'UTC'; set client_min_messages = error");
  return client;
}

async function refuseWhileServed(app: pg.Client): Promise<void> {
  const { rowCount } = await app.query(
    `select from pg_locks where locktype = 'advisory' and classid = $1 and granted
       and database = (select oid from pg_database where datname = current_database())`,
    [SERVER],
  );
  if (rowCount) throw new Refused("Rollbook runs on this database. Stop every server of it first.");
}

async function refuseFilled(app: pg.Client): Promise<void> {
  const { rows } = await app.query(
    `select exists (select from staff) or exists (select from contacts) or exists (select from profiles)
       or exists (select from imports) or exists (select from pg_tables where schemaname in ('audience', 'journal', 'staging')) as filled`,
  );
  if (!rows[0]?.filled) return;
  throw new Refused("This database holds something already. To lose that and have the backup instead, add --replace.");
}

async function clear(app: pg.Client, owner: pg.Client): Promise<void> {
  const made = await app.query<Pick<TableEntry, "schema" | "name">>(
    "select schemaname as schema, tablename as name from pg_tables where schemaname in ('audience', 'journal', 'staging')",
  );
  for (const table of made.rows) await app.query(`drop table ${quoted(table)}`);
  await app.query("delete from graphile_worker._private_jobs; delete from graphile_worker._private_job_queues");
  const fixed = await owner.query<Pick<TableEntry, "schema" | "name">>(
    "select schemaname as schema, tablename as name from pg_tables where schemaname = 'public'",
  );
  // Not even the owner may empty the audit trail; for this moment it lets itself.
  await owner.query("grant truncate on audit_events to current_user");
  await owner.query(`truncate ${fixed.rows.map(quoted).join(", ")}`);
  await owner.query("revoke truncate on audit_events from current_user");
}

async function restoreTable(client: pg.Client, folder: string, table: TableEntry): Promise<void> {
  if (table.definition) await client.query(table.definition.create);
  const hash = createHash("sha256");
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const columns = table.columns.map((name) => client.escapeIdentifier(name)).join(", ");
  const into = client.query(from(`copy ${quoted(table)} (${columns}) from stdin`));
  await pipeline(createReadStream(fileOf(folder, table)), createGunzip(), measure, into).catch((error: Error) => {
    throw damaged(table, error.message);
  });
  if (hash.digest("hex") !== table.sha256) throw damaged(table, "its rows are not those that were written");
  for (const command of table.definition?.after ?? []) await client.query(command);
}

async function restoreSequences(owner: pg.Client, { sequences }: Manifest): Promise<void> {
  for (const { name, value, called } of sequences) {
    await owner.query("select setval(format('public.%I', $1::text)::regclass, $2, $3)", [name, value, called]);
  }
}

async function restoreJobs(app: pg.Client, { jobs }: Manifest): Promise<void> {
  for (const { task, payload, queue, key } of jobs) {
    await app.query(
      `select graphile_worker.add_job(identifier => $1, payload => $2::json, queue_name => $3, job_key => $4, max_attempts => 16)`,
      [task, JSON.stringify(payload), queue, key],
    );
  }
}

const otherVersion = ({ migration }: Manifest) =>
  new Refused(
    `This backup was made by another version of Rollbook (migration ${migration}, this one has ${PRESENT_MIGRATION}). Restore it with that version, then start this one.`,
  );

const damaged = ({ schema, name }: TableEntry, why: string) =>
  new Refused(`The file of ${schema}.${name} is damaged (${why}). Nothing was restored.`);
