import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, count, id, textC } from "./columns.ts";

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
    /** The same with its values apart, for pages in other languages: `Words` of lib/text. */
    errorWords: jsonb("error_words"),
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
    // Of forms: a second press at the same moment waits here for the first.
    uniqueIndex("imports_form_idx").on(t.createdBy, t.idempotencyKey).where(sql`api_key_id is null`),
    check("imports_rows_add_up", sql`read = new + updated + unchanged + duplicate + rejected`),
    check(
      "imports_state",
      sql`state in ('receiving', 'columns', 'checking', 'ready', 'applying', 'done', 'undone', 'cancelled', 'interrupted', 'failed')`,
    ),
  ],
);

/** The rows of a file that did not go in as they were: rejected, duplicate, corrected by hand, or taken with a warning. */
export const importLines = pgTable(
  "import_lines",
  {
    importId: bigint("import_id", { mode: "number" }).notNull(),
    /** The line of the file on which the row starts, from 1. */
    line: bigint({ mode: "number" }).notNull(),
    outcome: text({ enum: ["rejected", "duplicate", "warning", "corrected"] }).notNull(),
    reason: text().notNull(),
    /** The column's place from 1, its name, and the value found there, when one column is to blame; else place 0. */
    place: integer().notNull().default(0),
    columnName: text("column_name"),
    value: text(),
    /** The row's key, where it has one: by it an erased person is found. */
    key: textC(),
    /** The line that was used instead of a duplicate. */
    keptLine: bigint("kept_line", { mode: "number" }),
    /** The cells as the file has them, and as a person corrected them: who, and when. */
    cells: text().array(),
    corrected: text().array(),
    correctedBy: bigint("corrected_by", { mode: "number" }),
    correctedAt: at("corrected_at"),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.line, t.outcome, t.place] }),
    index("import_lines_reason_idx").on(t.importId, t.outcome, t.reason, t.line),
    index("import_lines_key_idx").on(t.key),
  ],
);
