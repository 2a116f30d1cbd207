import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { fieldName, memberTableName } from "#db/member-table.ts";
import { beforeFieldName, journalTable, stagingTable } from "#db/staging-table.ts";
import type { Field } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Import } from "../import.ts";
import { newValue } from "../new-value.ts";

/**
 * Gives existing members the file's values where they differ, and keeps what was there before in the import's journal.
 */
export async function updateMembers(
  tx: Tx,
  started: Import,
  profile: Profile,
  fields: readonly Field[],
  at: Date,
): Promise<void> {
  if (started.updated === 0) return;
  await keepValues(tx, started, profile, fields);
  const changes = fields.map((field) => sql`${fieldName(field.id)} = ${newValue(field, started)}`);
  await tx.execute(sql`
    update ${memberTableName(profile.id)} m
    set updated_at = ${at}::timestamptz ${sql.join(changes.map((change) => sql`, ${change}`))}
    from ${stagingTable(started.id)} s
    where s.key = m.key and s.outcome = 'updated'`);
}

/** Before and after of every field that the file brings, for each member that changes. */
async function keepValues(tx: Tx, started: Import, profile: Profile, fields: readonly Field[]): Promise<void> {
  const { id } = started;
  const before = fields.map((field) => sql`, m.${fieldName(field.id)} as ${beforeFieldName(field.id)}`);
  const after = fields.map((field) => sql`, ${newValue(field, started)} as ${fieldName(field.id)}`);
  await tx.execute(sql`
    create table ${journalTable(id)} as
    select m.key, m.updated_at ${sql.join(before)} ${sql.join(after)}
    from ${memberTableName(profile.id)} m join ${stagingTable(id)} s on s.key = m.key
    where s.outcome = 'updated'
    order by m.key`);
  await tx.execute(sql`alter table ${journalTable(id)} add primary key (key)`);
}
