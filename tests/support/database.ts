import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";

/*
 * Runs before each test file (setupFiles): the file gets a freshly migrated, empty database of its own.
 * DATABASE_URL names it before anything of `db/` is imported, so a test just imports what it tests.
 */

const name = `test_${randomBytes(6).toString("hex")}`;
process.env.DATABASE_URL = await createTestDatabase(name);

afterAll(async () => {
  // The pool of `db/client.ts`, when the file used it.
  await (globalThis as { rollbookPool?: pg.Pool }).rollbookPool?.end();
  await asSuperuser((client) => client.query(`drop database ${name} with (force)`));
});

/** Another empty, migrated database, for a test that needs two: its URL, as the app's role. */
export async function createTestDatabase(as: string): Promise<string> {
  const template = new URL(inject("templateUrl"));
  await asSuperuser((client) =>
    client.query(`create database ${as} template ${template.pathname.slice(1)} owner rollbook strategy file_copy`),
  );
  template.pathname = `/${as}`;
  return template.href;
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
