import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";

/*
 * The fixed tables. A profile's members live in a table of their own, made by `member-table.ts`,
 * and an import's rows in staging tables, made by `staging-table.ts`.
 */

/** Text that is compared byte by byte: keys, tokens, hashes. An index on it costs half of one on a language's collation. */
const textC = customType<{ data: string }>({ dataType: () => 'text collate "C"' });
const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const id = () => bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity();
const at = (name: string) => timestamp(name, { withTimezone: true });
const count = (name: string) => bigint(name, { mode: "number" }).notNull().default(0);

/** One row per person: the repository. The key is the email, or the mobile in E.164, and never changes. */
export const contacts = pgTable(
  "contacts",
  {
    key: textC().primaryKey(),
    /** For the addresses of pages, which never show an email. */
    id: bigint({ mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    status: smallint().notNull().default(0),
    /** The import that brought the person into the repository, when one did. */
    importId: bigint("import_id", { mode: "number" }),
    createdAt: at("created_at").notNull().defaultNow(),
    statusChangedAt: at("status_changed_at"),
  },
  (t) => [
    uniqueIndex("contacts_id_idx").on(t.id),
    // Few people are not active: merges look only these up.
    index("contacts_not_active_idx").on(t.key, t.status).where(sql`status <> 0`),
    check("contacts_status", sql`status between 0 and 2`),
  ],
);

/** A named audience. `active`, `unsubscribed` and `bounced` are exact: they change in the transaction that changes members. */
export const profiles = pgTable(
  "profiles",
  {
    id: id(),
    /** The opaque random string that the API uses. */
    key: textC().notNull().unique(),
    name: text().notNull(),
    description: text().notNull().default(""),
    type: text({ enum: ["regular", "mobile_only", "virtual"] }).notNull(),
    sourceId: bigint("source_id", { mode: "number" }),
    rules: jsonb(),
    active: count("active"),
    unsubscribed: count("unsubscribed"),
    bounced: count("bounced"),
    /** Goes up with every change of a member, so that a review can tell whether it is still true. */
    revision: bigint({ mode: "number" }).notNull().default(0),
    createdBy: bigint("created_by", { mode: "number" }),
    createdAt: at("created_at").notNull().defaultNow(),
    lastImportAt: at("last_import_at"),
    archivedAt: at("archived_at"),
  },
  (t) => [
    uniqueIndex("profiles_name_idx").on(sql`lower(${t.name})`),
    check("profiles_counts", sql`active >= 0 and unsubscribed >= 0 and bounced >= 0`),
    check("profiles_source", sql`(type = 'virtual') = (source_id is not null)`),
  ],
);

/** A column of a Regular or Mobile Only profile; its values are in column `f_<id>` of the profile's table. */
export const fields = pgTable(
  "fields",
  {
    id: id(),
    profileId: bigint("profile_id", { mode: "number" })
      .notNull()
      .references(() => profiles.id, { onDelete: "cascade" }),
    name: text().notNull(),
    type: text({ enum: ["text", "number", "date", "datetime", "yesno", "choice", "phone", "url"] }).notNull(),
    required: boolean().notNull().default(false),
    options: text().array().notNull().default(sql`'{}'`),
    position: integer().notNull(),
  },
  (t) => [uniqueIndex("fields_name_idx").on(t.profileId, sql`lower(${t.name})`)],
);

/** The people of the repository by status: one row, kept by the transactions that change `contacts`. */
export const repositoryCounts = pgTable("repository_counts", {
  id: smallint().primaryKey().default(1),
  active: count("active"),
  unsubscribed: count("unsubscribed"),
  bounced: count("bounced"),
});

/** One upload into one profile, and its log. */
export const imports = pgTable(
  "imports",
  {
    id: id(),
    profileId: bigint("profile_id", { mode: "number" }).notNull(),
    /** Kept here, for the log outlives the profile. */
    profileName: text("profile_name").notNull(),
    profileKey: textC("profile_key").notNull(),
    state: text().notNull(),
    action: text({ enum: ["append", "overwrite", "append-or-update", "unsubscribe"] }).notNull(),
    origin: text({ enum: ["csv", "excel", "paste", "api"] }).notNull(),
    reference: text().notNull().default(""),
    fileName: text("file_name").notNull().default(""),
    bytes: count("bytes"),
    sha256: textC(),
    /** How the file is written and what was asked for: `ImportOptions` of lib/imports. */
    options: jsonb().notNull().default({}),
    /** The header as the file has it, and the field each column goes to: `ColumnMapping[]` of lib/imports. */
    mapping: jsonb(),
    read: count("read"),
    new: count("new"),
    updated: count("updated"),
    unchanged: count("unchanged"),
    duplicate: count("duplicate"),
    rejected: count("rejected"),
    /** Blank lines are no rows; they are counted all the same. */
    blank: count("blank"),
    warnings: count("warnings"),
    /** What the columns hold over all rows, for the page that maps them: `ColumnProfile[]` of lib/imports. */
    columnProfiles: jsonb("column_profiles"),
    /** What the review found beyond the counts: `Review` of lib/imports. */
    review: jsonb(),
    /** The profile's revision that the review speaks of. */
    reviewedRevision: bigint("reviewed_revision", { mode: "number" }),
    /** Rows done and rows expected of the step that is running; for the progress bar only. */
    progressDone: count("progress_done"),
    progressTotal: count("progress_total"),
    errorCode: text("error_code"),
    errorMessage: text("error_message"),
    createdBy: bigint("created_by", { mode: "number" }),
    apiKeyId: bigint("api_key_id", { mode: "number" }),
    idempotencyKey: textC("idempotency_key"),
    /** The app server that receives the upload: when it dies, the import is marked Interrupted. */
    serverId: integer("server_id"),
    createdAt: at("created_at").notNull().defaultNow(),
    receivedAt: at("received_at"),
    checkedAt: at("checked_at"),
    /** A person or a program asked for Apply; it waits while another import changes the profile. */
    applyRequestedAt: at("apply_requested_at"),
    applyStartedAt: at("apply_started_at"),
    appliedAt: at("applied_at"),
    finishedAt: at("finished_at"),
    undoRequestedAt: at("undo_requested_at"),
    undoneAt: at("undone_at"),
    /** When its journal and its rejected rows were dropped, 30 days after its end. */
    forgottenAt: at("forgotten_at"),
  },
  (t) => [
    index("imports_profile_idx").on(t.profileId, t.id),
    index("imports_state_idx").on(t.state).where(sql`state in ('receiving', 'checking', 'ready', 'applying')`),
    uniqueIndex("imports_idempotency_idx").on(t.apiKeyId, t.idempotencyKey),
    check("imports_rows_add_up", sql`read = new + updated + unchanged + duplicate + rejected`),
    check(
      "imports_state",
      sql`state in ('receiving', 'columns', 'checking', 'ready', 'applying', 'done', 'undone', 'cancelled', 'interrupted', 'failed')`,
    ),
  ],
);

/** The rows of a file that did not go in as they were: rejected, duplicate, or taken with a warning. */
export const importLines = pgTable(
  "import_lines",
  {
    importId: bigint("import_id", { mode: "number" }).notNull(),
    /** The line of the file on which the row starts, from 1. */
    line: bigint({ mode: "number" }).notNull(),
    outcome: text({ enum: ["rejected", "duplicate", "warning"] }).notNull(),
    reason: text().notNull(),
    /** The column's place from 1, its name, and the value found there, when one column is to blame; else place 0. */
    place: integer().notNull().default(0),
    columnName: text("column_name"),
    value: text(),
    /** The row's key, where it has one: by it an erased person is found. */
    key: textC(),
    /** The line that was used instead of a duplicate. */
    keptLine: bigint("kept_line", { mode: "number" }),
    /** The cells as the file has them, and as a person corrected them. */
    cells: text().array(),
    corrected: text().array(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.line, t.outcome, t.place] }),
    index("import_lines_reason_idx").on(t.importId, t.outcome, t.reason, t.line),
    index("import_lines_key_idx").on(t.key),
  ],
);

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

/** Secrets made at first start: the key that signs sessions, the key that hashes erased addresses. */
export const secrets = pgTable("secrets", {
  name: text().primaryKey(),
  value: bytea().notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
});

/** Which app server a worker of the job queue belongs to; see lib/jobs/liveness.ts. */
export const jobWorkers = pgTable("job_workers", {
  workerId: text("worker_id").primaryKey(),
  serverId: integer("server_id").notNull(),
});

/** What happened to a person, beside what imports did: edits, changes of status, removals; for the history on the contact's page. */
export const contactEvents = pgTable(
  "contact_events",
  {
    id: id(),
    key: textC().notNull(),
    at: at("at").notNull().defaultNow(),
    kind: text({ enum: ["created", "added", "edited", "status", "removed"] }).notNull(),
    profileId: bigint("profile_id", { mode: "number" }),
    profileName: text("profile_name"),
    staffId: bigint("staff_id", { mode: "number" }),
    apiKeyId: bigint("api_key_id", { mode: "number" }),
    bulkActionId: bigint("bulk_action_id", { mode: "number" }),
    /** Kind by kind: `ContactEventDetails` of lib/contacts. */
    details: jsonb().notNull().default({}),
  },
  (t) => [index("contact_events_key_idx").on(t.key, t.id)],
);

/** Keyed hashes of erased people: no import and no form brings them back. */
export const erased = pgTable("erased", {
  hash: bytea().primaryKey(),
  at: at("at").notNull().defaultNow(),
});

/** One action over many contacts, and its log. */
export const bulkActions = pgTable(
  "bulk_actions",
  {
    id: id(),
    kind: text({ enum: ["status", "set-field", "add-to-profile", "remove", "erase"] }).notNull(),
    state: text({ enum: ["waiting", "running", "done", "failed"] })
      .notNull()
      .default("waiting"),
    /** Null: the whole repository. */
    profileId: bigint("profile_id", { mode: "number" }),
    profileName: text("profile_name").notNull().default(""),
    /** Which contacts: `Selection` of lib/contacts. Emptied when the action is done, for it may name people. */
    selection: jsonb().notNull(),
    parameters: jsonb().notNull().default({}),
    /** What the person was told before it started. */
    expected: count("expected"),
    done: count("done"),
    changed: count("changed"),
    /** Why some were left as they were: `{reason, count}[]`. */
    report: jsonb().notNull().default([]),
    errorCode: text("error_code"),
    errorMessage: text("error_message"),
    createdBy: bigint("created_by", { mode: "number" }),
    apiKeyId: bigint("api_key_id", { mode: "number" }),
    createdAt: at("created_at").notNull().defaultNow(),
    startedAt: at("started_at"),
    finishedAt: at("finished_at"),
  },
  (t) => [index("bulk_actions_profile_idx").on(t.profileId, t.id)],
);

/** Every version of a Virtual profile's rules, the present one too. */
export const ruleVersions = pgTable(
  "rule_versions",
  {
    id: id(),
    profileId: bigint("profile_id", { mode: "number" })
      .notNull()
      .references(() => profiles.id, { onDelete: "cascade" }),
    rules: jsonb().notNull(),
    createdBy: bigint("created_by", { mode: "number" }),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [index("rule_versions_profile_idx").on(t.profileId, t.id)],
);

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
