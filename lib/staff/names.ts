import { inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { apiKeys, staff } from "#db/schema.ts";

/** The names, of today, of members of staff with these ids. */
export const staffNames = (ids: readonly number[]): Promise<Map<number, string>> => namesIn(staff, ids);

/** The same of API keys. */
export const keyNames = (ids: readonly number[]): Promise<Map<number, string>> => namesIn(apiKeys, ids);

async function namesIn(table: typeof staff | typeof apiKeys, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: table.id, name: table.name })
    .from(table)
    .where(inArray(table.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
