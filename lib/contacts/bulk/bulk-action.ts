import { z } from "zod";
import type { bulkActions } from "#db/schema.ts";
import { FIELD_TYPES } from "#lib/fields/field.ts";
import type { Permission } from "#lib/staff/permissions.ts";
import type { Words } from "#lib/text/words.ts";
import { statusInput } from "../change-status.ts";

export const BULK_KINDS = ["status", "set-field", "add-to-profile", "remove", "export", "erase"] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** What a person must be allowed for each kind. */
export const PERMISSION_OF: Readonly<Record<BulkKind, Permission>> = {
  status: "contacts.edit",
  "set-field": "contacts.edit",
  "add-to-profile": "contacts.edit",
  remove: "contacts.edit",
  export: "export",
  erase: "contacts.erase",
};

const id = z.number().int().positive();

/** What a field or a profile was called when the action began, and of what type it was, for its log. */
const name = z.string().optional();

const fieldType = z.enum(FIELD_TYPES).optional();

/** What is to be done by a job, as `bulk_actions.kind` and `.parameters` hold it. */
export const bulkDeed = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("status"), ...statusInput.shape }),
  /** `value`: as Postgres reads it; null empties. */
  z.object({ kind: z.literal("set-field"), fieldId: id, value: z.string().nullable(), name, type: fieldType }),
  z.object({ kind: z.literal("add-to-profile"), profileId: id, name }),
  z.object({ kind: z.literal("remove") }),
  z.object({ kind: z.literal("erase") }),
]);
export type BulkDeed = z.output<typeof bulkDeed>;

/** What was done, as a log has it: an export is no job, it goes straight to whoever asked for it. */
export const loggedDeed = z.union([bulkDeed, z.object({ kind: z.literal("export") })]);
export type LoggedDeed = z.output<typeof loggedDeed>;

/** Why some of those who were chosen were left as they were. */
export const LEFT_REASONS = ["same_status", "same_value", "in_already", "other_key", "required_empty"] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];
export type Left = { reason: LeftReason; count: number };

export type BulkState = "waiting" | "running" | "done" | "failed";

/** One action over many contacts, as its log row has it. */
export type BulkAction = Omit<
  typeof bulkActions.$inferSelect,
  "kind" | "state" | "report" | "selection" | "parameters" | "errorWords"
> & {
  state: BulkState;
  deed: LoggedDeed;
  report: Left[];
  /** Why it failed, for pages. */
  errorWords: Words | null;
};
