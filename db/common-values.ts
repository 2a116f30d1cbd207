import { sql } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";

/**
 * By column (`f_31`), the values that most rows of a profile's table have, the commonest first: out of the planner's
 * statistics, so nothing is counted. Empty until the table was analysed. Values that only one row has are never there.
 */
export async function commonValues(db: Db | Tx, profileId: number, limit: number): Promise<Map<string, string[]>> {
  const { rows } = await db.execute<{ column: string; values: string[] }>(sql`
    select attname as column, (most_common_vals::text::text[])[:${limit}::int] as values
    from pg_stats
    where schemaname = 'audience' and tablename = ${`profile_${profileId}`} and most_common_vals is not null`);
  return new Map(rows.map(({ column, values }) => [column, values]));
}
