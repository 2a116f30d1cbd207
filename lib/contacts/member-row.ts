import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { fieldName, memberTableName } from "#db/member-table.ts";
import type { Field } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { type Status, statusOf } from "./status.ts";

/** One member as the profile's table has it. */
export type MemberRow = {
  key: string;
  status: Status;
  /** The import that added the member, when one did. */
  importId: number | null;
  createdAt: Date;
  updatedAt: Date;
  /** Another one after every change: who edits says which version was seen. */
  version: string;
  /** By field id, as Postgres writes them. */
  values: Record<number, string | null>;
};

/** Null when nobody with this key is in the profile. `forUpdate`: nobody else changes the row until the transaction ends. */
export async function memberRow(
  from: Db | Tx,
  { id, fields }: Pick<Profile, "id" | "fields">,
  key: string,
  { forUpdate = false } = {},
): Promise<MemberRow | null> {
  const { rows } = await from.execute<Row>(sql`
    select key, status, import_id, created_at, updated_at, xmin::text as version ${valuesOf(fields)}
    from ${memberTableName(id)} where key = ${key} ${forUpdate ? sql`for update` : sql``}`);
  const [row] = rows;
  if (!row) return null;
  return {
    key: row.key,
    status: statusOf(row.status),
    importId: row.import_id === null ? null : Number(row.import_id),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    version: row.version,
    values: Object.fromEntries(fields.map((field) => [field.id, row[`f_${field.id}`] ?? null])),
  };
}

const valuesOf = (fields: readonly Field[]): SQL =>
  sql.join(fields.map((field) => sql`, ${fieldName(field.id)}::text as ${fieldName(field.id)}`));

type Row = {
  key: string;
  status: number;
  import_id: string | null;
  created_at: string;
  updated_at: string;
  version: string;
} & Record<`f_${number}`, string | null>;
