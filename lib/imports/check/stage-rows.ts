import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { fieldName, memberTableName } from "#db/member-table.ts";
import { rowsTable, rowsTableBecomesStaging, stagingTable } from "#db/staging-table.ts";
import type { Field, FieldType } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { ColumnMapping, Import } from "../import.ts";

/*
 * What will become of each row, decided in the database: one row per key (the last one of the file wins), joined with
 * the repository and the profile. Two merge joins over sorted keys; nothing is looked up row by row.
 */

/**
 * Makes `staging.import_<id>` from the rows that were read, and logs those that a later row of the file replaces.
 * `written`: how many rows were read into the rows table.
 */
export async function stageRows(
  tx: Tx,
  started: Import,
  profile: Profile,
  fields: readonly Field[],
  written: number,
): Promise<void> {
  const rows = rowsTable(started.id);
  const lastOfEachKey = sql`(select distinct on (key) * from ${rows} order by key, line desc)`;
  await tx.execute(sql`set local work_mem = '128MB'`);
  await tx.execute(sql`analyze ${rows} (key)`);
  await tx.execute(sql`drop table if exists ${stagingTable(started.id)}`);
  const staged = await tx.execute(
    sql`create table ${stagingTable(started.id)} as ${classified(lastOfEachKey, started, profile, fields)}`,
  );
  await tx.execute(sql`analyze ${stagingTable(started.id)} (key, outcome, status, new_contact)`);
  // Most files have none, and looking for them is a join of all rows.
  if (staged.rowCount !== written) await logDuplicates(tx, started.id);
  await tx.execute(sql`drop table ${rows}`);
}

/** The same again from what was staged before: the profile or the repository has changed since. */
export async function stageAgain(tx: Tx, started: Import, profile: Profile, fields: readonly Field[]): Promise<void> {
  const staged = stagingTable(started.id);
  const rows = rowsTable(started.id);
  await tx.execute(sql`set local work_mem = '128MB'`);
  await tx.execute(sql`create table ${rows} as ${classified(staged, started, profile, fields)}`);
  await rowsTableBecomesStaging(tx, started.id);
  await tx.execute(sql`analyze ${staged} (key, outcome, status, new_contact)`);
}

function classified(source: SQL, started: Import, profile: Profile, fields: readonly Field[]): SQL {
  const values = fields.map((field) => sql`, r.${fieldName(field.id)}`);
  return sql`
    select r.line, r.key, coalesce(c.status, 0::smallint) as status, c.key is null as new_contact,
      ${outcome(started, profile, fields)} as outcome
      ${sql.join(values)}
    from ${source} r
    left join contacts c on c.key = r.key
    left join ${memberTableName(profile.id)} m on m.key = r.key
    order by r.key`;
}

function outcome(started: Import, profile: Profile, fields: readonly Field[]): SQL {
  switch (started.action) {
    case "append":
      return sql`case when m.key is null then 'new' else 'unchanged' end`;
    case "unsubscribe":
      return sql`case when c.key is null then 'new' when c.status <> 1 then 'updated' else 'unchanged' end`;
    case "overwrite":
      return newUpdatedOrUnchanged(profile.fields.map((field) => changesOf(field, started)));
    case "append-or-update":
      return newUpdatedOrUnchanged(fields.map((field) => changesOf(field, started)));
    default:
      return started.action satisfies never;
  }
}

function newUpdatedOrUnchanged(changes: SQL[]): SQL {
  const any = changes.length === 0 ? sql`false` : sql.join(changes, sql` or `);
  return sql`case when m.key is null then 'new' when ${any} then 'updated' else 'unchanged' end`;
}

/** Whether an import's staged row `r` changes this field of the member `m`. */
export function changesOf(
  field: Field,
  { action, mapping, options }: Pick<Import, "action" | "mapping" | "options">,
): SQL {
  if (action !== "overwrite") return changesIn(field, modeOf(field, mapping ?? []), options.blankErases ?? false);
  return brings(mapping, field) ? differs(field) : sql`m.${fieldName(field.id)} is not null`;
}

/** Whether a column of the file goes to this field. */
export const brings = (mapping: Import["mapping"], field: Pick<Field, "id">): boolean =>
  mapping?.some(({ target }) => target?.kind === "field" && target.fieldId === field.id) ?? false;

function changesIn(field: Field, mode: "always" | "empty", blankErases: boolean): SQL {
  const name = fieldName(field.id);
  if (mode === "empty") return sql`(m.${name} is null and r.${name} is not null)`;
  return blankErases ? differs(field) : sql`(r.${name} is not null and ${differs(field)})`;
}

/** Byte by byte: to the columns' own collation a corrected accent would be no change. */
function differs({ id, type }: Pick<Field, "id" | "type">): SQL {
  const collation = IS_TEXT[type] ? sql` collate "C"` : sql``;
  return sql`(r.${fieldName(id)}${collation} is distinct from m.${fieldName(id)}${collation})`;
}

const IS_TEXT: Record<FieldType, boolean> = {
  text: true,
  choice: true,
  url: true,
  phone: true,
  number: false,
  date: false,
  datetime: false,
  yesno: false,
};

export function modeOf(field: Field, mapping: ColumnMapping[]): "always" | "empty" {
  const target = mapping.find((each) => each.target?.kind === "field" && each.target.fieldId === field.id)?.target;
  return target?.kind === "field" ? target.mode : "always";
}

async function logDuplicates(tx: Tx, importId: number): Promise<void> {
  await tx.execute(sql`
    insert into import_lines (import_id, line, outcome, reason, key, kept_line)
    select ${importId}::bigint, r.line, 'duplicate', 'duplicate', r.key, s.line
    from ${rowsTable(importId)} r join ${stagingTable(importId)} s on s.key = r.key
    where r.line <> s.line`);
}
