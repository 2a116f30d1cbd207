import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, bytea, count, id, textC } from "./columns.ts";

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

/** The people of the repository by status: one row, kept by the transactions that change `contacts`. */
export const repositoryCounts = pgTable("repository_counts", {
  id: smallint().primaryKey().default(1),
  active: count("active"),
  unsubscribed: count("unsubscribed"),
  bounced: count("bounced"),
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
    kind: text({ enum: ["status", "set-field", "add-to-profile", "remove", "export", "erase"] }).notNull(),
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
    /** The same as `Words` of lib/text, for pages. */
    errorWords: jsonb("error_words"),
    createdBy: bigint("created_by", { mode: "number" }),
    apiKeyId: bigint("api_key_id", { mode: "number" }),
    createdAt: at("created_at").notNull().defaultNow(),
    startedAt: at("started_at"),
    finishedAt: at("finished_at"),
  },
  (t) => [index("bulk_actions_profile_idx").on(t.profileId, t.id)],
);
