import { isIP } from "node:net";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { auditEvents } from "#db/schema.ts";
import type { AuditDetails, AuditKind } from "./events.ts";

/** Who did it, and from which network address; a Person is one. */
export type Actor = { staffId: number | null; apiKeyId: number | null; place?: string };

/** Of somebody who is not signed in. */
export const nobody = (place: string): Actor => ({ staffId: null, apiKeyId: null, place });

/** Adds to the trail, in the transaction of what it tells where there is one: neither stands without the other. */
export async function recordAudit<Kind extends AuditKind>(
  on: Db | Tx,
  actor: Actor,
  kind: Kind,
  details: AuditDetails[Kind],
): Promise<void> {
  await on.insert(auditEvents).values({ kind, ...columnsOf(actor), details });
}

/**
 * The same for what can be repeated without end, such as a page that is not allowed: the same by the same from the same
 * place stands once a minute.
 */
export async function recordOften<Kind extends AuditKind>(
  actor: Actor,
  kind: Kind,
  details: AuditDetails[Kind],
): Promise<void> {
  const { staffId, apiKeyId, place } = columnsOf(actor);
  const same = and(
    eq(auditEvents.kind, kind),
    staffId === null ? isNull(auditEvents.staffId) : eq(auditEvents.staffId, staffId),
    apiKeyId === null ? isNull(auditEvents.apiKeyId) : eq(auditEvents.apiKeyId, apiKeyId),
    place === null ? isNull(auditEvents.place) : eq(auditEvents.place, place),
    eq(auditEvents.details, details),
    gt(auditEvents.at, sql`now() - interval '1 minute'`),
  );
  const found = await db.select({ id: auditEvents.id }).from(auditEvents).where(same).limit(1);
  if (found.length === 0) await recordAudit(db, actor, kind, details);
}

/** A proxy may write anything where the address should be: what is none is left out. */
function columnsOf({ staffId, apiKeyId, place }: Actor) {
  return { staffId, apiKeyId, place: place !== undefined && isIP(place) !== 0 ? place : null };
}
