import type pg from "pg";
import { afterAll } from "vitest";
import { createTestDatabase, dropTestDatabase } from "./test-database.ts";

/*
 * Runs before each test file (setupFiles): the file gets a freshly migrated, empty database of its own.
 * DATABASE_URL names it before anything of `db/` is imported, so a test just imports what it tests.
 */

const url = await createTestDatabase();
process.env.DATABASE_URL = url;

afterAll(async () => {
  // The pool of `db/client.ts`, when the file used it.
  await (globalThis as { rollbookPool?: pg.Pool }).rollbookPool?.end();
  await dropTestDatabase(url);
});
