import { createHash } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isDeepStrictEqual } from "node:util";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to } from "pg-copy-streams";
import { sqlState } from "#lib/text/sql-state.ts";
import { fileOf, type Manifest, PRESENT_MIGRATION, type TableEntry, writeManifest } from "./manifest.ts";
import { describeTables, type FoundTable, type PresentTable, presentTables } from "./tables.ts";

/**
 * Writes the whole database into `folder`, as it stood at one moment, while people go on working. The folder appears under
 * its name when it is whole. `databaseUrl`: as the app's role.
 */
export async function takeBackup(databaseUrl: string, folder: string): Promise<Manifest> {
  if (existsSync(folder)) throw new Error(`${folder} is there already.`);
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "rollbook backup" });
  await client.connect();
  try {
    // The rows of a table in the order in which they lie, so that the same rows give the same hash.
    await client.query("set synchronize_seqscans = off; set statement_timeout = 0; set timezone = 'UTC'");
    const tables = await beginWithAll(client);
    const manifest = await write(client, partial, await describeTables(client, tables));
    await client.query("commit");
    writeManifest(partial, manifest);
    renameSync(partial, folder);
    return manifest;
  } finally {
    await client.end();
  }
}

const MOST_TRIES = 50;

/**
 * Begins the transaction that sees one moment of all tables, and answers them. An import makes, drops and swaps tables:
 * so all are locked first, which sees no moment yet (https://www.postgresql.org/docs/18/sql-lock.html), and when others
 * than the locked ones are there at the moment that is seen then, it begins again.
 */
async function beginWithAll(client: pg.Client): Promise<PresentTable[]> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const expected = await presentTables(client);
    await client.query("begin isolation level repeatable read read only");
    if (await lockAll(client, expected)) {
      const present = await presentTables(client);
      if (isDeepStrictEqual(present, expected)) return present;
    }
    await client.query("rollback");
  }
  throw new Error("Imports come and go too fast for a backup at this moment. Try again.");
}

/** False when one of them is gone. */
async function lockAll(client: pg.Client, tables: readonly PresentTable[]): Promise<boolean> {
  try {
    await client.query(tables.map((table) => `lock table ${quoted(table)} in access share mode`).join("; "));
    return true;
  } catch (error) {
    if (sqlState(error) === "42P01") return false;
    throw error;
  }
}

async function write(client: pg.Client, folder: string, found: readonly FoundTable[]): Promise<Manifest> {
  const { rows } = await client.query<{ now: Date }>("select now() as now");
  const tables: TableEntry[] = [];
  for (const table of found) tables.push(await writeTable(client, folder, table));
  const sequences = await client.query<Manifest["sequences"][number]>(`
    select sequencename as name, coalesce(last_value, start_value)::text as value, last_value is not null as called
    from pg_sequences where schemaname = 'public' order by 1`);
  const jobs = await client.query<Manifest["jobs"][number]>(`
    select t.identifier as task, j.payload, q.queue_name as queue, j.key
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id order by j.id`);
  return {
    format: 1,
    madeAt: rows[0]?.now.toISOString() ?? "",
    migration: PRESENT_MIGRATION,
    tables,
    sequences: sequences.rows,
    jobs: jobs.rows,
  };
}

async function writeTable(client: pg.Client, folder: string, table: FoundTable): Promise<TableEntry> {
  const hash = createHash("sha256");
  let rows = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      for (const byte of chunk) if (byte === NEWLINE) rows++;
      done(null, chunk);
    },
  });
  const columns = table.columns.map((name) => client.escapeIdentifier(name)).join(", ");
  await pipeline(
    client.query(to(`copy ${quoted(table)} (${columns}) to stdout`)),
    measure,
    createGzip({ level: 1 }),
    createWriteStream(fileOf(folder, table), { mode: 0o600, flush: true }),
  );
  return { ...table, rows, sha256: hash.digest("hex") };
}

/** COPY writes those of values as `\\n`, so each real one ends a row. */
const NEWLINE = 10;

export const quoted = ({ schema, name }: Pick<TableEntry, "schema" | "name">): string =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
