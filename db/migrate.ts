import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import { runMigrations as migrateJobQueue } from "graphile-worker";
import pg from "pg";
import journal from "./migrations/meta/_journal.json" with { type: "json" };
import { grantRights } from "./rights.ts";

// Any number: two servers that start together must migrate one after the other.
const MIGRATION_LOCK = 7_202_611;

/**
 * Brings the database to the present schema: ours, then the job queue's, and gives the app's role its rights. `ownerUrl`
 * signs in as the owner of it all; without it the app's role is the owner. Safe to run from several servers at once.
 */
export async function migrate(databaseUrl: string, ownerUrl = databaseUrl): Promise<void> {
  const [owner, app] = [ownerUrl, databaseUrl].map((connectionString) => new pg.Client({ connectionString })) as [
    pg.Client,
    pg.Client,
  ];
  try {
    await Promise.all([owner.connect(), app.connect()]);
    await owner.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await refuseNewer(owner);
    await runMigrations(drizzle(owner), { migrationsFolder: fileURLToPath(new URL("./migrations", import.meta.url)) });
    await makeJobQueue(owner, app, databaseUrl);
    await grantRights(owner, app);
  } finally {
    await Promise.allSettled([owner.end(), app.end()]);
  }
}

/** The schema was made by a newer version than this one, which cannot know what it must write there. */
export class NewerSchema extends Error {
  override readonly name = "NewerSchema";
}

async function refuseNewer(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query("select to_regclass('drizzle.__drizzle_migrations') is not null as made");
  if (!rows[0]?.made) return;
  const last = await owner.query("select max(created_at)::float8 as at from drizzle.__drizzle_migrations");
  const known = Math.max(...journal.entries.map(({ when }) => when));
  if (Number(last.rows[0]?.at) <= known) return;
  throw new NewerSchema(
    "A newer version of Rollbook has changed this database. Start that version, or one after it; nothing was changed.",
  );
}

/** The queue is the app's own: its tables let nobody see a row but their owner. To make it at first takes a right that is given for that moment. */
async function makeJobQueue(owner: pg.Client, app: pg.Client, connectionString: string): Promise<void> {
  const { rows } = await app.query(`
    select format('create on database %I', current_database()) as right, quote_ident(current_user) as app,
      to_regnamespace('graphile_worker') is null and not has_database_privilege(current_database(), 'create') as lacks`);
  const { right, app: role, lacks } = rows[0] as { right: string; app: string; lacks: boolean };
  if (lacks) await owner.query(`grant ${right} to ${role}`);
  try {
    await migrateJobQueue({ connectionString });
  } finally {
    if (lacks) await owner.query(`revoke ${right} from ${role}`);
  }
}
