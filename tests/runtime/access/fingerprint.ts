import type { World } from "./world.ts";

/** What is written down of who was here and what was refused: it changes with each request, by design. */
const NOTED = ["staff_sessions", "audit_events", "sign_in_failures", "job_workers"];

/** Of every row of every table, but for what is noted of visits: the same as long as nothing was changed. */
export async function fingerprint(sql: World["sql"]): Promise<Record<string, string>> {
  const tables = await sql(
    `select schemaname as schema, tablename as table from pg_tables
     where schemaname in ('public', 'audience', 'journal', 'staging') and tablename <> all ($1) order by 1, 2`,
    [NOTED],
  );
  const found: Record<string, string> = {};
  for (const { schema, table } of tables) {
    const row = table === "api_keys" ? "to_jsonb(r) - 'last_used_at'" : "to_jsonb(r)";
    const [sum] = await sql(
      `select count(*) || ' ' || coalesce(md5(string_agg((${row})::text, '|' order by (${row})::text)), '') as sum
       from "${schema}"."${table}" r`,
    );
    found[`${schema}.${table}`] = String(sum?.sum);
  }
  return found;
}
