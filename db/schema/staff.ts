import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, id, textC } from "./columns.ts";

/** The people who work with Rollbook. */
export const staff = pgTable(
  "staff",
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    /** Null: invited and not here yet, or somebody who only comes by way of the identity provider. */
    passwordHash: text("password_hash"),
    role: text({ enum: ["administrator", "editor", "viewer"] }).notNull(),
    mayExport: boolean("may_export").notNull().default(false),
    /** Goes up when a person's sessions are to end: a session carries the version it was made with. */
    sessionVersion: integer("session_version").notNull().default(1),
    disabledAt: at("disabled_at"),
    createdAt: at("created_at").notNull().defaultNow(),
    lastSignInAt: at("last_sign_in_at"),
    /** Of the pages; null: the browser's. */
    language: text({ enum: ["en", "es", "pt"] }),
    /** Who this is at the identity provider, from the first sign-in through it on: its issuer and its name for the person. */
    oidcSubject: text("oidc_subject").unique(),
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
  /** What the person sees in the list of their own sessions: the browser in words, and the network address. */
  device: text().notNull().default(""),
  place: text().notNull().default(""),
  /** Who comes through the identity provider has the second factor there. */
  via: text({ enum: ["password", "oidc"] })
    .notNull()
    .default("password"),
});

/** The authenticator app of a member of staff. Counts from `confirmedAt` on, when its first code was right. */
export const staffTotp = pgTable("staff_totp", {
  staffId: bigint("staff_id", { mode: "number" })
    .primaryKey()
    .references(() => staff.id, { onDelete: "cascade" }),
  /** Sealed: the codes are made of it, so it cannot be a hash. */
  secret: text().notNull(),
  confirmedAt: at("confirmed_at"),
  /** The half minute of the last code that was taken: none of it or before is taken again (RFC 6238, 5.2). */
  lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
});

/** For who has lost the authenticator app; each works once, and leaves. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    codeHash: textC("code_hash").primaryKey(),
    staffId: bigint("staff_id", { mode: "number" })
      .notNull()
      .references(() => staff.id, { onDelete: "cascade" }),
  },
  (t) => [index("recovery_codes_staff_idx").on(t.staffId)],
);

/** One-time links; the link holds the token, the table its hash only. */
export const oneTimeLinks = pgTable("one_time_links", {
  tokenHash: textC("token_hash").primaryKey(),
  purpose: text({ enum: ["first_administrator", "password"] }).notNull(),
  /** Whose password it sets. */
  staffId: bigint("staff_id", { mode: "number" }).references(() => staff.id, { onDelete: "cascade" }),
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

/** What a person chose and finds again: the columns of a list. */
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
