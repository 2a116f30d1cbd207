import type { Place } from "./place.ts";

/** What is under way, for whoever reads the report. */
export async function standing(place: Place, profileId: number, wanted: string): Promise<string> {
  const imports = await place.sql(
    "select id, state, server_id, error_code, apply_requested_at from imports where profile_id = $1 order by id",
    [profileId],
  );
  const jobs = await place.sql(
    "select id, task_identifier, attempts, locked_by, locked_at, run_at, last_error from graphile_worker.jobs",
  );
  const connections = await place.sql(
    "select pid, application_name, state, wait_event, left(query, 60) as query from pg_stat_activity where usename = 'rollbook'",
  );
  return `${wanted}\n${JSON.stringify({ imports, jobs, connections }, null, 1)}`;
}

/**
 * Jobs that wait for their second to fourth try are tried now, which saves seconds in every run; later tries come when
 * the product says so, so that what lasts a while is not given up in a moment.
 */
export async function hurry(place: Place): Promise<void> {
  await place.sql(`
    with hurried as (
      update graphile_worker._private_jobs set run_at = now()
      where attempts between 1 and 3 and locked_at is null and run_at > now() returning id)
    select pg_notify('jobs:insert', '{"r":0.5,"count":1}') from hurried limit 1`);
}
