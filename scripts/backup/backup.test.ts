import { appendFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, expect, it, vi } from "vitest";
import { createTestDatabase, dropTestDatabase, ownerUrlOf } from "#tests/support/test-database.ts";
import { fileOf } from "./manifest.ts";
import { restoreBackup } from "./restore-backup.ts";
import { takeBackup } from "./take-backup.ts";

const folder = mkdtempSync(join(tmpdir(), "rollbook-backup-"));
const [from, into] = [process.env.DATABASE_URL ?? "", await createTestDatabase()];
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await dropTestDatabase(into);
});

const restore = (backup: string, replace = false) =>
  restoreBackup(backup, { databaseUrl: into, ownerUrl: ownerUrlOf(into), replace });

async function on<Row>(url: string, query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rows as Row[];
  } finally {
    await client.end();
  }
}

await on(
  from,
  `insert into staff (email, name, role) values ('ada@example.com', 'Ada\tTab\\', 'administrator');
   insert into profiles (key, name, type, active) values ('k', 'People', 'regular', 2);
   insert into contacts (key) values ('ana@example.com'), ('zoë@example.com');
   update repository_counts set active = 2;
   create table audience.profile_1 (key text collate "C" primary key, status smallint not null, f_1 text collate rollbook_text, f_2 numeric);
   insert into audience.profile_1 values ('ana@example.com', 0, E'Ana\\nSecond line', 1.50), ('zoë@example.com', 0, null, null);
   create table staging.import_7_file (position integer primary key, bytes bytea storage external not null);
   insert into staging.import_7_file values (0, '\\x00ff0a');
   select graphile_worker.add_job('check-import', '{"importId":7}', 'profile-1')`,
);
const backup = join(folder, "first");
const manifest = await takeBackup(from, backup);

it("comes back with every row, sequence and waiting job, and the same hash for each table", async () => {
  await restore(backup);
  const again = await takeBackup(into, join(folder, "again"));
  expect(again.tables).toEqual(manifest.tables);
  expect(again.sequences).toEqual(manifest.sequences);
  expect(again.jobs).toEqual([{ task: "check-import", payload: { importId: 7 }, queue: "profile-1", key: null }]);
  const [fresh] = await on<{ id: string }>(
    into,
    "insert into profiles (key, name, type) values ('n', 'New', 'regular') returning id",
  );
  expect(fresh?.id).toBe("2");
});

it("is refused by a database that holds something, unless that may be lost", async () => {
  await expect(restore(backup)).rejects.toThrow("--replace");
  await restore(backup, true);
  expect(await on(into, "select name from profiles")).toEqual([{ name: "People" }]);
});

it("changes nothing when a file is damaged, also where it can be read", async () => {
  const damaged = join(folder, "damaged");
  const { tables } = await takeBackup(from, damaged);
  const contacts = tables.find(({ name }) => name === "contacts");
  if (!contacts) throw new Error("The backup has no contacts.");
  appendFileSync(fileOf(damaged, contacts), gzipSync("eva@example.com\t3\t0\t\\N\t2026-01-01 00:00:00+00\t\\N\n"));
  await expect(restore(damaged, true)).rejects.toThrow("The file of public.contacts is damaged");
  expect(await on(into, "select count(*)::int as count from contacts")).toEqual([{ count: 2 }]);
});

it("holds the members of a profile whose table is swapped while the backup waits for it", async () => {
  const other = new pg.Client({ connectionString: from });
  await other.connect();
  await other.query("begin; lock table audience.profile_1 in access exclusive mode");
  const taking = takeBackup(from, join(folder, "swapped"));
  await somebodyWaits();
  await other.query(`
    alter table audience.profile_1 rename to profile_1_old;
    create table audience.profile_1 (key text collate "C" primary key, status smallint not null);
    insert into audience.profile_1 values ('eva@example.com', 0);
    drop table audience.profile_1_old, staging.import_7_file; commit`);
  await other.end();
  const { tables } = await taking;
  expect(tables.map(({ schema, name, rows }) => [schema, name, rows])).toContainEqual(["audience", "profile_1", 1]);
  expect(tables.find(({ name }) => name === "profile_1")?.definition?.create).toContain("audience.profile_1 (");
  expect(tables.some(({ name }) => name === "import_7_file")).toBe(false);
});

/** For a lock in this database. */
async function somebodyWaits(): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await vi.waitFor(async () => expect(await on(from, waiting)).toHaveLength(1), { timeout: 10_000 });
}

it("leaves no folder that could be taken for a backup when it is cut short", async () => {
  const never = join(folder, "never");
  await expect(takeBackup("postgresql://nobody:none@127.0.0.1:1/none", never)).rejects.toThrow();
  expect(existsSync(never)).toBe(false);
});
