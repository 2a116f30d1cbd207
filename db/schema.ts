/*
 * The fixed tables. A profile's members live in a table of their own, made by `member-table.ts`,
 * and an import's rows in staging tables, made by `staging-table.ts`.
 */

export * from "./schema/audit.ts";
export * from "./schema/imports.ts";
export * from "./schema/people.ts";
export * from "./schema/profiles.ts";
export * from "./schema/server.ts";
export * from "./schema/staff.ts";
