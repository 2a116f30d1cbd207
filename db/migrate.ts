import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import { runMigrations as migrateJobQueue } from "graphile-worker";
import pg from "pg";

// Any number: two servers that start together must migrate one after the other.
const MIGRATION_LOCK = 7_202_611;

/** Brings the database to the present schema: ours, then the job queue's. Safe to run from several servers at once. */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await runMigrations(drizzle(client), { migrationsFolder: fileURLToPath(new URL("./migrations", import.meta.url)) });
    await migrateJobQueue({ connectionString: databaseUrl });
  } finally {
    await client.end();
  }
}
