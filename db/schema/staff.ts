import { sql } from "drizzle-orm";
import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, id, textC } from "./columns.ts";

/** The people who work with Rollbook. */
export const staff = pgTable(
  "staff",
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text("password_hash").notNull(),
    role: text({ enum: ["administrator", "editor", "viewer"] }).notNull(),
    mayExport: boolean("may_export").notNull().default(false),
    /** Goes up when a person's sessions are to end: a session carries the version it was made with. */
    sessionVersion: integer("session_version").notNull().default(1),
    disabledAt: at("disabled_at"),
    createdAt: at("created_at").notNull().defaultNow(),
    lastSignInAt: at("last_sign_in_at"),
  },
  (t) => [uniqueIndex("staff_email_idx").on(sql`lower(${t.email})`)],
);

/** Who is signed in where. Signing out deletes the row, so that a copy of the cookie is worth nothing the moment after. */
export const staffSessions = pgTable("staff_sessions", {
  /** A hash of the id that the cookie holds. */
  idHash: textC("id_hash").primaryKey(),
  staffId: bigint("staff_id", { mode: "number" })
    .notNull()
    .references(() => staff.id, { onDelete: "cascade" }),
  createdAt: at("created_at").notNull(),
  /** To the minute; a page that is being drawn cannot renew a cookie, so idleness is counted here. */
  lastSeenAt: at("last_seen_at").notNull(),
});

/** One-time links; the link holds the token, the table its hash only. */
export const oneTimeLinks = pgTable("one_time_links", {
  tokenHash: textC("token_hash").primaryKey(),
  purpose: text({ enum: ["first_administrator"] }).notNull(),
  expiresAt: at("expires_at").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
});

/** Failed sign-ins, by account and by place: they slow the next try, also after a restart. */
export const signInFailures = pgTable("sign_in_failures", {
  /** A keyed hash of the account's email, or of the address it came from. */
  subject: textC().primaryKey(),
  failures: integer().notNull(),
  lastAt: at("last_at").notNull(),
});

/** Keys of the HTTP API; shown once, kept as a hash. */
export const apiKeys = pgTable("api_keys", {
  id: id(),
  name: text().notNull(),
  keyHash: textC("key_hash").notNull().unique(),
  role: text({ enum: ["administrator", "editor", "viewer"] }).notNull(),
  staffId: bigint("staff_id", { mode: "number" }),
  createdAt: at("created_at").notNull().defaultNow(),
  lastUsedAt: at("last_used_at"),
  expiresAt: at("expires_at"),
  revokedAt: at("revoked_at"),
});

/** What a person chose and finds again: the columns of a list, the language. */
export const preferences = pgTable(
  "preferences",
  {
    staffId: bigint("staff_id", { mode: "number" })
      .notNull()
      .references(() => staff.id, { onDelete: "cascade" }),
    name: textC().notNull(),
    value: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.name] })],
);
