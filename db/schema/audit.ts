import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { at, id } from "./columns.ts";

/**
 * Who did what, when, from where. Rows are added and read, never changed: the migration takes UPDATE, DELETE and TRUNCATE
 * from the app's role. So it points to others by their ids and names nobody: an erased contact needs no erasing here.
 */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: id(),
    at: at("at").notNull().defaultNow(),
    /** `AuditKind` of lib/audit. */
    kind: text().notNull(),
    staffId: bigint("staff_id", { mode: "number" }),
    apiKeyId: bigint("api_key_id", { mode: "number" }),
    /** The network address; null for what a job did. */
    place: text(),
    /** Kind by kind: `AuditDetails` of lib/audit. */
    details: jsonb().notNull().default({}),
  },
  (t) => [index("audit_events_kind_idx").on(t.kind, t.id), index("audit_events_staff_idx").on(t.staffId, t.id)],
);
