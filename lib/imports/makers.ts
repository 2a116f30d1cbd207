import { inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { apiKeys, staff } from "#db/schema.ts";
import type { Import } from "./import.ts";

/** Who made each import, by its id: the name of a member of staff, or of an API key. */
export async function makersOf(
  found: readonly Pick<Import, "id" | "createdBy" | "apiKeyId">[],
): Promise<Map<number, string>> {
  const people = await namesOf(
    staff,
    found.flatMap(({ createdBy }) => createdBy ?? []),
  );
  const keys = await namesOf(
    apiKeys,
    found.flatMap(({ apiKeyId }) => apiKeyId ?? []),
  );
  return new Map(
    found.map(({ id, createdBy, apiKeyId }) => {
      const key = apiKeyId === null ? undefined : `API key ${keys.get(apiKeyId) ?? ""}`;
      return [id, key ?? people.get(createdBy ?? 0) ?? "–"];
    }),
  );
}

async function namesOf(table: typeof staff | typeof apiKeys, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
