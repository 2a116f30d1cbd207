import { bigint, boolean, integer, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { at, bytea, textC } from "./columns.ts";

/** Secrets made at first start: the key that signs sessions, the key that hashes erased addresses. */
export const secrets = pgTable("secrets", {
  name: text().primaryKey(),
  value: bytea().notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
});

/** Which app server a runner of the job queue (graphile-worker's pool) belongs to; see lib/jobs/liveness.ts. */
export const jobWorkers = pgTable("job_workers", {
  workerId: text("worker_id").primaryKey(),
  serverId: integer("server_id").notNull(),
});

/** What administrators set on the Settings page: one row, or none while all is as it comes. */
export const settings = pgTable("settings", {
  id: smallint().primaryKey().default(1),
  requireTwoFactor: boolean("require_two_factor").notNull().default(false),
});

/** Forms that were sent in the last half minute, and what they made: lib/http/sent-form.ts. */
export const sentForms = pgTable("sent_forms", {
  /** A hash of who sent it, of the word it was drawn with and of the answers. */
  id: textC().primaryKey(),
  sentAt: at("sent_at").notNull().defaultNow(),
  /** The id of what it made. */
  made: bigint({ mode: "number" }),
});
