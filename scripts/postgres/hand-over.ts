import type pg from "pg";
import { OWNER, ROLE } from "./roles.ts";

/** Earlier versions let the app's role own everything: what migrations change goes to the owner, once. As superuser, in that database. */
export async function handOver(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    "select pg_get_userbyid(datdba) as owner from pg_database where datname = current_database()",
  );
  if (rows[0]?.owner !== ROLE) return;
  const commands = await client.query<{ command: string }>(`
    with ours as (select oid, nspname from pg_namespace where nspname in ('public', 'drizzle'))
    select format('table %I.%I', nspname, relname) as command
    from pg_class join ours on ours.oid = relnamespace where relkind = 'r'
    union all
    select format('sequence %I.%I', nspname, relname)
    from pg_class c join ours on ours.oid = relnamespace
    where relkind = 'S' and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))
    union all
    select format('collation %I.%I', nspname, collname) from pg_collation join ours on ours.oid = collnamespace
    union all
    select format('schema %I', nspname) from pg_namespace where nspname in ('drizzle', 'audience', 'staging', 'journal')
    union all
    select format('database %I', current_database())`);
  const changes = commands.rows.map(({ command }) => `alter ${command} owner to ${OWNER}`);
  await client.query(["begin", ...changes, "commit"].join(";\n"));
}
