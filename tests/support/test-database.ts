import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** Another empty, migrated database on the run's server: its URL, as the app's role. `as`: its name. */
export async function createTestDatabase(as = `test_${randomBytes(6).toString("hex")}`): Promise<string> {
  const template = new URL(inject("templateUrl"));
  await asSuperuser((client) =>
    client.query(
      `create database ${as} template ${template.pathname.slice(1)} owner rollbook_owner strategy file_copy`,
    ),
  );
  template.pathname = `/${as}`;
  return template.href;
}

/** A test database's URL as the role that owns its tables. */
export function ownerUrlOf(databaseUrl: string): string {
  const url = new URL(inject("ownerUrl"));
  url.pathname = new URL(databaseUrl).pathname;
  return url.href;
}

/** Removes the database, and whoever is connected to it. */
export async function dropTestDatabase(url: string): Promise<void> {
  await asSuperuser((client) => client.query(`drop database ${new URL(url).pathname.slice(1)} with (force)`));
}

async function asSuperuser(run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject("superuserUrl") });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}
