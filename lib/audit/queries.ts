import { and, desc, eq, gte, inArray, lt, type SQL } from "drizzle-orm";
import { db } from "#db/client.ts";
import { apiKeys, auditEvents, staff } from "#db/schema.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { AUDIT_GROUPS, type AuditDetails, type AuditGroup, type AuditKind } from "./events.ts";

/** One thing that somebody did: what `details` holds follows from its kind. */
export type AuditEvent = { [Kind in AuditKind]: Common & { kind: Kind; details: AuditDetails[Kind] } }[AuditKind];

type Common = {
  id: number;
  at: Date;
  staffId: number | null;
  apiKeyId: number | null;
  /** The name of today, of the API key where there is one; null where nobody was signed in, or a job of the server did it. */
  by: string | null;
  place: string | null;
};

export type AuditFilter = {
  group?: AuditGroup;
  /** What this member of staff did, and what programs did with a key of theirs is not among it. */
  staffId?: number;
  /** From this moment on, and before that one. */
  from?: Date;
  to?: Date;
  /** Only what is older than the event of this id. */
  before?: number;
  limit: number;
};

/** The latest first. */
export async function listAudit(
  person: Person,
  { limit, ...filter }: AuditFilter,
): Promise<{ items: AuditEvent[]; more: boolean }> {
  authorize(person, "audit.view");
  // As the app's role: the reader is given nothing of the staff.
  const rows = await db.transaction(
    (tx) =>
      tx
        .select({ event: auditEvents, staffName: staff.name, keyName: apiKeys.name })
        .from(auditEvents)
        .leftJoin(staff, eq(staff.id, auditEvents.staffId))
        .leftJoin(apiKeys, eq(apiKeys.id, auditEvents.apiKeyId))
        .where(whereOf(filter))
        .orderBy(desc(auditEvents.id))
        .limit(limit + 1),
    { accessMode: "read only" },
  );
  const items = rows.slice(0, limit).map(({ event, staffName, keyName }) => {
    return { ...event, by: keyName ?? staffName } as AuditEvent;
  });
  return { items, more: rows.length > limit };
}

function whereOf({ group, staffId, from, to, before }: Omit<AuditFilter, "limit">): SQL | undefined {
  return and(
    group && inArray(auditEvents.kind, [...AUDIT_GROUPS[group]]),
    staffId === undefined ? undefined : eq(auditEvents.staffId, staffId),
    from && gte(auditEvents.at, from),
    to && lt(auditEvents.at, to),
    before === undefined ? undefined : lt(auditEvents.id, before),
  );
}

/** Whom one can ask for: everybody who works here, by id and name. */
export async function auditedStaff(person: Person): Promise<{ id: number; name: string }[]> {
  authorize(person, "audit.view");
  return db.select({ id: staff.id, name: staff.name }).from(staff).orderBy(staff.name);
}
