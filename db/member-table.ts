import { randomBytes } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { alias, bigint, customType, pgSchema, smallint, timestamp } from "drizzle-orm/pg-core";
import type { Db, Tx } from "./client.ts";
import { dropMemberIndexes } from "./member-index.ts";

/*
 * The only file that knows how a profile's table is made and altered.
 *
 * `audience.profile_<id>` has the base columns and a typed column `f_<field id>` for each field. Names are made of ids
 * alone, so what a person types never becomes SQL: that is why `sql.raw` is allowed here.
 */

/** What the table needs to know of a field. */
export type FieldColumn = {
  readonly id: number;
  readonly type: "text" | "number" | "date" | "datetime" | "yesno" | "choice" | "phone" | "url";
};

/**
 * Text that people wrote compares without case and accents (the collation `rollbook_text`); phones are digits.
 * A change here needs a migration of every profile's table.
 */
const COLUMN_TYPE: Record<FieldColumn["type"], string> = {
  text: "text collate rollbook_text",
  choice: "text collate rollbook_text",
  url: "text collate rollbook_text",
  phone: 'text collate "C"',
  number: "numeric",
  date: "date",
  datetime: "timestamptz",
  yesno: "boolean",
};

const audience = pgSchema("audience");
const keyText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });
/** A field's value as Postgres writes it, whatever the type; a yes/no is `t` or `f`. */
const value = customType<{ data: string; driverData: unknown }>({
  dataType: () => "text",
  fromDriver: (driven) => (typeof driven === "boolean" ? (driven ? "t" : "f") : String(driven)),
});

const baseColumns = () => ({
  key: keyText("key").primaryKey(),
  /** Equal to that of `contacts`, changed in the same transaction. */
  status: smallint("status").notNull(),
  /** The import that added the member, when one did. */
  importId: bigint("import_id", { mode: "number" }),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull(),
});

const shape = audience.table("profile_0", { ...baseColumns(), value: value("f_0") });

type ValueColumn = (typeof shape)["value"];
/** A profile's table in Drizzle's words. Its field columns come from `fieldColumn`. */
export type MemberTable = Omit<typeof shape, "value">;

/** The profile's table, to query through Drizzle. `fields`: those whose columns are wanted. */
export function memberTable(profileId: number, fields: readonly FieldColumn[] = []): MemberTable {
  const columns = Object.fromEntries(fields.map((field) => [`f_${whole(field.id)}`, value(`f_${field.id}`)]));
  return audience.table(tableName(profileId), { ...baseColumns(), ...columns }) as unknown as MemberTable;
}

/** The same under another name, for a statement that has such rows under it. */
export const memberTableAs = (profileId: number, fields: readonly FieldColumn[], name: string): MemberTable =>
  alias(memberTable(profileId, fields) as unknown as typeof shape, name) as unknown as MemberTable;

/** The column of a field that `memberTable` was asked for. */
export function fieldColumn(table: MemberTable, fieldId: number): ValueColumn {
  const column = (table as unknown as Record<string, ValueColumn>)[`f_${whole(fieldId)}`];
  if (!column) throw new Error(`Field ${fieldId} is not among the table's.`);
  return column;
}

/** `f_31`, to stand in a statement written by hand. */
export const fieldName = (fieldId: number): SQL => sql.raw(`f_${whole(fieldId)}`);
/** `audience.profile_12`, to stand in a statement written by hand. */
export const memberTableName = (profileId: number): SQL => sql.raw(`audience.${tableName(profileId)}`);

/** The profile whose table a statement writes to. Null when it writes to none. */
export function profileWrittenBy(statement: string): number | null {
  const id = /(?:insert into|update|merge into)\s+"?audience"?\."?profile_(\d+)/i.exec(statement)?.[1];
  return id === undefined ? null : Number(id);
}

/** A tenth of each page stays free: a member's new version fits beside the old one, and no index hears of it. */
const ROOM = "with (fillfactor = 90)";

export async function createMemberTable(tx: Tx, profileId: number, fields: readonly FieldColumn[]): Promise<void> {
  await tx.execute(
    sql.raw(`create table audience.${tableName(profileId)} (${definition(fields)}, primary key (key)) ${ROOM}`),
  );
}

export async function dropMemberTable(tx: Tx, profileId: number): Promise<void> {
  await tx.execute(sql.raw(`drop table if exists audience.${tableName(profileId)}`));
}

/** Also in the tables that Overwrites have replaced, so that their undo finds the columns that the profile has. */
export async function addFieldColumn(tx: Tx, profileId: number, field: FieldColumn): Promise<void> {
  for (const table of await tablesOf(tx, profileId)) {
    await tx.execute(sql`alter table ${table} add column ${columnDefinition(field)}`);
  }
}

export async function dropFieldColumn(tx: Tx, profileId: number, fieldId: number): Promise<void> {
  for (const table of await tablesOf(tx, profileId)) {
    await tx.execute(sql`alter table ${table} drop column if exists ${fieldName(fieldId)}`);
  }
}

/** What Postgres calls the type of such a field's column. */
export const columnType = (type: FieldColumn["type"]): SQL => sql.raw(COLUMN_TYPE[type]);

const columnDefinition = ({ id, type }: FieldColumn): SQL => sql`${fieldName(id)} ${columnType(type)}`;

async function tablesOf(tx: Tx, profileId: number): Promise<SQL[]> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select name::text from (
      select to_regclass('journal.import_' || id || '_replaced') as name from imports where profile_id = ${profileId}
    ) kept where name is not null`);
  return [memberTableName(profileId), ...rows.map(({ name }) => sql.raw(name))];
}

export async function emptyMemberTable(tx: Tx, profileId: number): Promise<void> {
  await tx.execute(sql`truncate ${memberTableName(profileId)}`);
}

/**
 * An empty table without index, to be filled and then put in the place of the profile's: three times as fast as filling
 * an indexed one. Answers its name.
 */
export async function createNextMemberTable(tx: Tx, profileId: number, fields: readonly FieldColumn[]): Promise<SQL> {
  const name = `audience.${tableName(profileId)}_next`;
  await tx.execute(sql.raw(`create table ${name} (${definition(fields)}) ${ROOM}`));
  return sql.raw(name);
}

/**
 * Indexes the filled table of `createNextMemberTable` and puts it in the place of the profile's, which moves to
 * `journal.<keepAs>` or, without a name, is dropped.
 */
export async function swapInNextMemberTable(tx: Tx, profileId: number, keepAs: string | null): Promise<void> {
  const name = tableName(profileId);
  // Nobody lists what the journal keeps, and two tables there cannot both have indexes of the same names.
  if (keepAs !== null) await dropMemberIndexes(tx, profileId, 0);
  // A name that no other has: the index goes along when its table moves to the journal and back.
  const index = `${name}_${randomBytes(8).toString("hex")}`;
  await tx.execute(sql.raw(`alter table audience.${name}_next add constraint ${index} primary key (key)`));
  if (keepAs === null) await tx.execute(sql.raw(`drop table audience.${name}`));
  else await moveToJournal(tx, name, keepAs);
  await tx.execute(sql.raw(`alter table audience.${name}_next rename to ${name}`));
}

async function moveToJournal(tx: Tx, name: string, keepAs: string): Promise<void> {
  if (!/^[a-z0-9_]+$/.test(keepAs)) throw new Error("A journal's name is made of letters, digits and underscores.");
  await tx.execute(sql.raw(`alter table audience.${name} rename to ${keepAs}`));
  await tx.execute(sql.raw(`alter table audience.${keepAs} set schema journal`));
}

/** Puts a table that `swapInNextMemberTable` kept back in the place of the profile's, which is dropped. */
export async function swapBackMemberTable(tx: Tx, profileId: number, keptAs: string): Promise<void> {
  const name = tableName(profileId);
  if (!/^[a-z0-9_]+$/.test(keptAs)) throw new Error("A journal's name is made of letters, digits and underscores.");
  await tx.execute(sql.raw(`drop table audience.${name}`));
  await tx.execute(sql.raw(`alter table journal.${keptAs} set schema audience`));
  await tx.execute(sql.raw(`alter table audience.${keptAs} rename to ${name}`));
}

/** The planner's statistics, after many members changed: queries are planned by them from the next one on. */
export async function analyzeMemberTable(db: Db | Tx, profileId: number): Promise<void> {
  await db.execute(sql.raw(`analyze audience.${tableName(profileId)}`));
}

/** The columns of a table that holds values of these fields, such as `f_31 numeric, f_32 date`, each with a comma before it. */
export const valueColumns = (fields: readonly FieldColumn[]): string =>
  fields.map((field) => `, f_${whole(field.id)} ${COLUMN_TYPE[field.type]}`).join("");

/**
 * Columns of a fixed length first, the longest before the others: rows are packed without gaps, and a column is reached
 * without a look at those of any length. A count by three of them takes half the time that it takes behind the texts.
 */
function definition(fields: readonly FieldColumn[]): string {
  const of = (...types: FieldColumn["type"][]) => valueColumns(fields.filter(({ type }) => types.includes(type)));
  const fixed = `${of("datetime")}${of("date")}, status smallint not null${of("yesno")}`;
  const lengthy = `, key text collate "C" not null${of("number")}${of("choice", "text", "phone", "url")}`;
  return `created_at timestamptz not null, updated_at timestamptz not null, import_id bigint${fixed}${lengthy}`;
}

const tableName = (profileId: number): string => `profile_${whole(profileId)}`;

/** Nothing but a positive whole number may become part of a name. */
function whole(id: number): number {
  if (!Number.isSafeInteger(id) || id <= 0) throw new Error(`${id} is no id.`);
  return id;
}
