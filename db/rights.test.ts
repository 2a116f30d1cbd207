import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, describe, expect, inject, it } from "vitest";
import { dropTestDatabase } from "#tests/support/test-database.ts";
import { db, over } from "./client.ts";
import { createMemberTable } from "./member-table.ts";
import { migrate } from "./migrate.ts";
import { confine, openReader, readRows } from "./read-only.ts";

const DENIED = "42501";
const READ_ONLY = "25006";

/** The SQLSTATE that the statement ends with; null when it is done. */
const stateOf = (asked: Promise<unknown>): Promise<string | null> =>
  asked.then(
    () => null,
    (error) => error.cause?.code ?? error.code,
  );
const appAsks = (text: string) => stateOf(db.execute(text));

await db.transaction((tx) => createMemberTable(tx, 1, [{ id: 1, type: "text" }]));

describe("the app's role", () => {
  it("is no superuser, makes no roles and databases, and passes no row's policy by", async () => {
    const { rows } = await db.execute(sql`
      select rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls from pg_roles where rolname = current_user`);
    expect(rows).toEqual([
      { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false, rolbypassrls: false },
    ]);
  });

  it.each(["audience", "staging", "journal"])("makes and drops tables in %s", async (schema) => {
    expect(await appAsks(`create table ${schema}.mine (n int); drop table ${schema}.mine`)).toBeNull();
  });

  it.each([
    "create table public.mine (n int)",
    "create schema mine",
    "create table drizzle.mine (n int)",
    "create function public.mine() returns int language sql as 'select 1'",
    "alter table contacts add column mine text",
    "alter table staff disable trigger all",
    "drop table staff",
    "truncate contacts",
    "drop schema audience cascade",
    "create extension dblink",
    "create role mine",
    "alter role current_user superuser",
    "set role rollbook_owner",
    "set session authorization postgres",
    "alter table audit_events owner to current_user",
    "alter system set fsync = off",
  ])("may not: %s", async (text) => {
    expect(await appAsks(text)).not.toBeNull();
  });

  it.each([
    "copy (select 1) to program 'true'",
    "copy contacts from program 'true'",
    "copy (select 1) to '/tmp/rollbook-copy'",
    "copy contacts from '/etc/passwd'",
    "select pg_read_file('/etc/passwd')",
    "select pg_ls_dir('/')",
    "select lo_import('/etc/passwd')",
  ])("reaches no file and no program of the server: %s", async (text) => {
    expect(await appAsks(text)).toBe(DENIED);
  });

  it.each(["update audit_events set kind = ''", "delete from audit_events", "truncate audit_events"])(
    "adds to the audit trail and reads it only: %s",
    async (text) => {
      // Nobody can give themselves what they have no right to give: Postgres warns, and nothing is given.
      await db.execute("grant all on audit_events to current_user");
      expect(await appAsks(text)).toBe(DENIED);
    },
  );
});

describe("what rules, samples, statistics and exports run as", () => {
  const asReader = (text: string) =>
    db.transaction(
      async (tx) => {
        await confine(tx, 200);
        return tx.execute(text);
      },
      { accessMode: "read only" },
    );

  it("reads members, contacts, profiles and imports", async () => {
    const { rows } = await asReader("select current_user as name");
    expect(rows).toEqual([{ name: "rollbook_reader" }]);
    expect(
      await stateOf(asReader("select from audience.profile_1, contacts, profiles, fields, imports, contact_events")),
    ).toBeNull();
  });

  it.each(["staff", "staff_sessions", "staff_totp", "recovery_codes", "one_time_links", "api_keys", "secrets"])(
    "cannot see %s",
    async (table) => {
      expect(await stateOf(asReader(`select from ${table}`))).toBe(DENIED);
    },
  );

  it("cannot see what nobody gave it: of all tables, these alone", async () => {
    const { rows } = await asReader(`
      select relname from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind in ('r', 'v', 'm', 'p') and nspname not in ('pg_catalog', 'information_schema')
        and has_table_privilege(c.oid, 'select') order by 1`);
    expect(rows.map(({ relname }) => relname)).toEqual([
      ...["contact_events", "contacts", "fields", "import_lines", "imports", "profile_1", "profiles"],
      ...["repository_counts", "rule_versions"],
    ]);
  });

  it("changes nothing, and ends in time", async () => {
    expect(await stateOf(asReader("update contacts set status = 1"))).toBe(READ_ONLY);
    expect(await stateOf(asReader("select pg_sleep(3)"))).toBe("57014");
  });

  it("is the app's role again when the transaction is over", async () => {
    await asReader("select 1");
    expect((await db.execute("select current_user as name")).rows).toEqual([{ name: "rollbook" }]);
  });

  it("is what a list's queries are, too", async () => {
    const rows = await readRows(sql`select current_user as name, current_setting('transaction_read_only') as ro`);
    expect(rows).toEqual([{ name: "rollbook_reader", ro: "on" }]);
  });

  it("is what an export's own connection is, too", async () => {
    const client = await openReader();
    try {
      const { rows } = await client.query(
        "select current_user as name, current_setting('transaction_read_only') as ro",
      );
      expect(rows).toEqual([{ name: "rollbook_reader", ro: "on" }]);
    } finally {
      await client.end();
    }
  });
});

describe("a server of one's own, whose one role owns everything", () => {
  const name = "test_alone";
  const url = new URL(inject("templateUrl"));
  Object.assign(url, { username: name, password: name, pathname: `/${name}` });
  const superuser = new pg.Client({ connectionString: inject("superuserUrl") });

  afterAll(async () => {
    await dropTestDatabase(url.href);
    await superuser.query(`drop role ${name}`);
    await superuser.end();
  });

  it("is migrated by that role, which may still only read there, as itself", async () => {
    await superuser.connect();
    await superuser.query(`create role ${name} login password '${name}'`);
    await superuser.query(`create database ${name} owner ${name}`);
    await migrate(url.href);
    await migrate(url.href);

    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      await client.query("begin read only");
      await confine(over(client), 200);
      expect((await client.query("select current_user as name from staff right join contacts on true")).rows).toEqual(
        [],
      );
      expect(await stateOf(client.query("delete from contacts"))).toBe(READ_ONLY);
    } finally {
      await client.end();
    }
  });
});
