import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { createNextMemberTable, fieldName, memberTableName, swapInNextMemberTable } from "#db/member-table.ts";
import { replacedTableName, stagingTable } from "#db/staging-table.ts";
import type { Field } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Import } from "../import.ts";

/**
 * Fills a fresh table with what the file holds and puts it in the profile's place; the one that it replaces is kept for
 * undo. A member who stays keeps when and by which import it was added, and one whose values stay when they changed.
 */
export async function overwriteMembers(
  tx: Tx,
  started: Import,
  profile: Profile,
  fields: readonly Field[],
  at: Date,
): Promise<void> {
  const next = await createNextMemberTable(tx, profile.id, profile.fields);
  const columns = fields.map((field) => sql`, ${fieldName(field.id)}`);
  const values = fields.map((field) => sql`, s.${fieldName(field.id)}`);
  await tx.execute(sql`
    insert into ${next} (key, status, import_id, created_at, updated_at ${sql.join(columns)})
    select s.key, coalesce(c.status, 0::smallint),
      case when m.key is null then ${started.id}::bigint else m.import_id end,
      coalesce(m.created_at, ${at}::timestamptz),
      case when s.outcome = 'unchanged' then m.updated_at else ${at}::timestamptz end
      ${sql.join(values)}
    from ${stagingTable(started.id)} s
    left join ${memberTableName(profile.id)} m on m.key = s.key
    left join contacts c on c.key = s.key and c.status <> 0
    order by s.key`);
  await swapInNextMemberTable(tx, profile.id, replacedTableName(started.id));
}
