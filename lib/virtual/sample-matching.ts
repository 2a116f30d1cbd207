import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { fieldColumn, fieldName, type MemberTable, memberTable } from "#db/member-table.ts";
import { contacts } from "#db/schema.ts";
import { type Status, statusOf } from "#lib/contacts/status.ts";
import type { Profile } from "#lib/profiles/profile.ts";

/** One of those who match: `id` is the contact's, for addresses; values by field id, as Postgres writes them. */
export type SampledMember = { id: number; key: string; status: Status; values: Record<number, string | null> };

/** Whoever is found first: the table is read no further than needed. */
export async function sampleWhere(
  tx: Tx,
  { id, fields }: Profile,
  where: SQL,
  limit: number,
): Promise<SampledMember[]> {
  const table: MemberTable = memberTable(id, fields);
  const values = fields.map((field) => sql`, ${fieldColumn(table, field.id)}::text as ${fieldName(field.id)}`);
  const { rows } = await tx.execute<Row>(sql`
    with found as materialized (select ${table.key} as key from ${table} where ${where} limit ${limit})
    select ${contacts.id} as id, ${table.key} as key, ${table.status} as status ${sql.join(values)}
    from found join ${table} on ${table.key} = found.key join ${contacts} on ${contacts.key} = found.key
    order by ${table.key}`);
  return rows.map((row) => ({
    id: Number(row.id),
    key: row.key,
    status: statusOf(row.status),
    values: Object.fromEntries(fields.map((field) => [field.id, row[`f_${field.id}`] ?? null])),
  }));
}

type Row = { id: string; key: string; status: number } & Record<`f_${number}`, string | null>;
