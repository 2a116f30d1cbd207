import { asc } from "drizzle-orm";
import { db } from "#db/client.ts";
import { auditEvents } from "#db/schema.ts";

/** What the trail tells of a deed. */
export async function toldOf(deed: () => Promise<unknown>) {
  const before = await db.$count(auditEvents);
  await deed();
  const rows = await db.select().from(auditEvents).orderBy(asc(auditEvents.id)).offset(before);
  return rows.map(({ kind, staffId, apiKeyId, place, details }) => ({ kind, staffId, apiKeyId, place, details }));
}
