import { inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { apiKeys, staff } from "#db/schema.ts";
import type { AuditEvent } from "./queries.ts";
import type { AuditNames } from "./words.ts";

/** The names, of today, of whom these events point to. */
export async function namesIn(events: readonly AuditEvent[]): Promise<AuditNames> {
  const all = events.map(({ details }) => details as Record<string, unknown>);
  const ids = (...fields: string[]) =>
    all.flatMap((details) =>
      fields.map((field) => details[field]).filter((id): id is number => typeof id === "number"),
    );
  return {
    staff: await named(staff, ids("staffId", "ownerId")),
    keys: await named(apiKeys, ids("madeKeyId", "revokedKeyId")),
  };
}

async function named(table: typeof staff | typeof apiKeys, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
