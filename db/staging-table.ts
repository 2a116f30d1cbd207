import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "./client.ts";
import { type FieldColumn, valueColumns } from "./member-table.ts";

/*
 * The tables of one import, named by its id alone (so `sql.raw` is safe here):
 *
 *   staging.import_77_file   the file's own bytes, in pieces
 *   staging.import_77_rows   every row that could be read, as the check found it (lives as long as the check)
 *   staging.import_77        one row per key: what Apply puts in
 *   journal.import_77        what Undo needs
 */

export const fileTable = (importId: number): SQL => sql.raw(`staging.import_${whole(importId)}_file`);
export const rowsTable = (importId: number): SQL => sql.raw(`staging.import_${whole(importId)}_rows`);
export const stagingTable = (importId: number): SQL => sql.raw(`staging.import_${whole(importId)}`);
export const journalTable = (importId: number): SQL => sql.raw(`journal.import_${whole(importId)}`);
/** The column of a journal that holds a field's value before the import; `f_31` holds the value after it. */
export const beforeFieldName = (fieldId: number): SQL => sql.raw(`before_${whole(fieldId)}`);
/** Where an Overwrite keeps the table that it replaced. */
export const replacedTable = (importId: number): SQL => sql.raw(`journal.${replacedTableName(importId)}`);
export const replacedTableName = (importId: number): string => `import_${whole(importId)}_replaced`;

/** Stored as it comes: PostgreSQL's own compression would take longer than everything else about an upload. */
export async function createFileTable(tx: Tx, importId: number): Promise<void> {
  await tx.execute(sql`
    create table ${fileTable(importId)} (position integer primary key, bytes bytea storage external not null)`);
}

/** Where a COPY of the file's pieces goes. */
export const fileCopyTarget = (importId: number): string => `staging.import_${whole(importId)}_file (position, bytes)`;

/** Unlogged: it is filled and emptied within the transaction of the check. */
export async function createRowsTable(tx: Tx, importId: number, fields: readonly FieldColumn[]): Promise<void> {
  await tx.execute(
    sql.raw(
      `create unlogged table staging.import_${whole(importId)}_rows (line bigint not null, key text collate "C"${valueColumns(fields)})`,
    ),
  );
}

/** Where a COPY of the rows goes: the table and its columns, line and key first. */
export const rowsCopyTarget = (importId: number, fieldIds: readonly number[]): string =>
  `staging.import_${whole(importId)}_rows (${["line", "key", ...fieldIds.map((id) => `f_${whole(id)}`)].join(", ")})`;

/** Puts the rows table in the place of the staging table, which is dropped. */
export async function rowsTableBecomesStaging(tx: Tx, importId: number): Promise<void> {
  await tx.execute(sql`drop table ${stagingTable(importId)}`);
  await tx.execute(sql.raw(`alter table staging.import_${whole(importId)}_rows rename to import_${whole(importId)}`));
}

export async function dropRowsTable(tx: Tx, importId: number): Promise<void> {
  await tx.execute(sql`drop table if exists ${rowsTable(importId)}`);
}

/** The file and what was read of it, when neither is needed any more. */
export async function dropStaging(tx: Tx, importId: number): Promise<void> {
  await tx.execute(sql`drop table if exists ${fileTable(importId)}, ${rowsTable(importId)}, ${stagingTable(importId)}`);
}

/** What is left of an Overwrite's earlier table once it is back in its place. */
export async function dropReplaced(tx: Tx, importId: number): Promise<void> {
  await tx.execute(sql`drop table if exists journal.${sql.raw(replacedTableName(importId))}`);
}

/** What Undo would need. */
export async function dropJournal(tx: Tx, importId: number): Promise<void> {
  await tx.execute(
    sql`drop table if exists ${journalTable(importId)}, journal.${sql.raw(replacedTableName(importId))}`,
  );
}

function whole(id: number): number {
  if (!Number.isSafeInteger(id) || id <= 0) throw new Error(`${id} is no id.`);
  return id;
}
