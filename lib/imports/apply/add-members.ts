import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { createNextMemberTable, fieldName, memberTableName, swapInNextMemberTable } from "#db/member-table.ts";
import { stagingTable } from "#db/staging-table.ts";
import type { Field } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Import } from "../import.ts";

/** Puts the new rows into the profile. An empty profile gets a fresh table, filled first and indexed after: a third of the time. */
export async function addMembers(
  tx: Tx,
  started: Import,
  profile: Profile,
  fields: readonly Field[],
  at: Date,
): Promise<void> {
  if (profile.counts.contacts > 0) {
    await insertStaged(tx, memberTableName(profile.id), started, fields, at, sql`where s.outcome = 'new'`);
    return;
  }
  const next = await createNextMemberTable(tx, profile.id, profile.fields);
  await insertStaged(tx, next, started, fields, at, sql``);
  await swapInNextMemberTable(tx, profile.id, null);
}

/** Whoever is unsubscribed or bounced stays so: the status comes from the repository as it is now. */
async function insertStaged(
  tx: Tx,
  into: SQL,
  { id }: Import,
  fields: readonly Field[],
  at: Date,
  where: SQL,
): Promise<void> {
  const columns = fields.map((field) => sql`, ${fieldName(field.id)}`);
  const values = fields.map((field) => sql`, s.${fieldName(field.id)}`);
  await tx.execute(sql`
    insert into ${into} (key, status, import_id, created_at, updated_at ${sql.join(columns)})
    select s.key, coalesce(c.status, 0::smallint), ${id}, ${at}::timestamptz, ${at}::timestamptz ${sql.join(values)}
    from ${stagingTable(id)} s
    left join contacts c on c.key = s.key and c.status <> 0
    ${where}
    order by s.key`);
}
