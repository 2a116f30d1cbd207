import pg from "pg";
import { afterAll, expect, inject, it } from "vitest";
import { migrate } from "#db/migrate.ts";
import { dropTestDatabase, ownerUrlOf } from "#tests/support/test-database.ts";
import { handOver } from "./hand-over.ts";

const url = new URL(inject("templateUrl"));
url.pathname = "/test_of_an_earlier_version";

async function as<T>(role: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const address = new URL(role);
  address.pathname = role === inject("superuserUrl") && !made ? address.pathname : url.pathname;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

let made = false;
afterAll(() => dropTestDatabase(url.href));

it("a database that the app's role owned goes to the owner, and all that is in it works on", async () => {
  await as(inject("superuserUrl"), (client) => client.query(`create database ${url.pathname.slice(1)} owner rollbook`));
  made = true;
  await migrate(url.href);
  await as(url.href, (client) =>
    client.query(
      "create table audience.profile_1 (key text primary key); insert into contacts (key) values ('a@x.com')",
    ),
  );

  for (const _ of ["once", "and never again"]) await as(inject("superuserUrl"), handOver);
  await migrate(url.href, ownerUrlOf(url.href));

  await as(url.href, async (client) => {
    expect((await client.query("update contacts set status = 1 returning key")).rows).toEqual([{ key: "a@x.com" }]);
    await client.query("alter table audience.profile_1 add column f_1 text; select nextval('server_ids')");
    await client.query("select graphile_worker.add_job('sweep', '{}')");
    await expect(client.query("alter table contacts add column mine text")).rejects.toMatchObject({ code: "42501" });
    await expect(client.query("delete from audit_events")).rejects.toMatchObject({ code: "42501" });
    const { rows } = await client.query(`
      select nspname || '.' || relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
      where relowner = 'rollbook'::regrole and nspname in ('public', 'drizzle')`);
    expect(rows).toEqual([]);
  });
});
