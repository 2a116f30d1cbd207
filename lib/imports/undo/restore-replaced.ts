import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { fieldName, memberTableName, swapBackMemberTable } from "#db/member-table.ts";
import { replacedTable, replacedTableName } from "#db/staging-table.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Import } from "../import.ts";

/**
 * Puts the table back that an Overwrite replaced. Members whose values somebody edited or added since are carried over
 * as they are now; statuses follow the repository.
 */
export async function restoreReplaced(tx: Tx, done: Import, profile: Profile): Promise<void> {
  const members = memberTableName(profile.id);
  const replaced = replacedTable(done.id);
  const columns = [
    sql`created_at`,
    sql`updated_at`,
    sql`import_id`,
    sql`status`,
    ...profile.fields.map((field) => fieldName(field.id)),
  ];
  const list = sql.join(columns, sql`, `);
  // An edit stamps a time of its own; the import stamped one for all.
  await tx.execute(sql`
    insert into ${replaced} (key, ${list})
    select key, ${list} from ${members} where updated_at > ${done.appliedAt}::timestamptz
    on conflict (key) do update set ${sql.join(
      columns.map((column) => sql`${column} = excluded.${column}`),
      sql`, `,
    )}`);
  await tx.execute(sql`
    update ${replaced} m set status = c.status
    from contacts c where c.key = m.key and c.status <> m.status`);
  await tx.execute(sql`
    delete from ${replaced} m where not exists (select from contacts c where c.key = m.key)`);
  await swapBackMemberTable(tx, profile.id, replacedTableName(done.id));
}
