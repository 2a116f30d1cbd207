import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { LIVING_SERVERS } from "#db/locks.ts";

/** What the database knows of the work there is. */
export type Work = {
  imports: { state: string; count: number }[];
  failed: { code: string; count: number }[];
  /** Rows of all imports that were ever read. */
  rows: number;
  /** Of the last import that was applied; null before the first. */
  rowsPerSecond: number | null;
  jobs: { waiting: number; running: number; retried: number; oldestSeconds: number };
  servers: number;
};

export async function presentWork(): Promise<Work> {
  const states = await db.execute<{ state: string; count: number; rows: number }>(
    sql`select state, count(*)::int as count, sum(read)::float8 as rows from imports group by state`,
  );
  const failed = await db.execute<Work["failed"][number]>(sql`
    select coalesce(error_code, 'unexpected') as code, count(*)::int as count from imports
    where state = 'failed' group by 1 order by 1`);
  const speed = await db.execute<{ rate: number | null }>(sql`
    select (new + updated + unchanged) / nullif(extract(epoch from applied_at - apply_started_at), 0)::float8 as rate
    from imports where applied_at is not null order by applied_at desc limit 1`);
  const jobs = await db.execute<Work["jobs"]>(sql`
    select count(*) filter (where locked_at is null)::int as waiting, count(*) filter (where locked_at is not null)::int as running,
      count(*) filter (where attempts > 1)::int as retried,
      coalesce(extract(epoch from now() - min(run_at) filter (where locked_at is null and run_at < now())), 0)::float8 as "oldestSeconds"
    from graphile_worker.jobs`);
  const servers = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (${LIVING_SERVERS}) each`);
  return {
    imports: states.rows.map(({ state, count }) => ({ state, count })),
    failed: failed.rows,
    rows: states.rows.reduce((sum, { rows }) => sum + rows, 0),
    rowsPerSecond: speed.rows[0]?.rate ?? null,
    jobs: jobs.rows[0] ?? { waiting: 0, running: 0, retried: 0, oldestSeconds: 0 },
    servers: servers.rows[0]?.count ?? 0,
  };
}
