import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, count, id, textC } from "./columns.ts";

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
