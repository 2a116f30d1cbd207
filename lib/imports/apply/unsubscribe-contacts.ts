import { ne, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { profiles } from "#db/schema.ts";
import { journalTable, stagingTable } from "#db/staging-table.ts";
import type { Import } from "../import.ts";
import { recount } from "./recount.ts";

/**
 * Makes the people in the file unsubscribed, in the repository and in every profile that they are in. What they were
 * before is kept in the journal. Counts of every profile that changed are taken anew. The caller holds all profiles.
 */
export async function unsubscribeContacts(tx: Tx, { id }: Import, at: Date): Promise<void> {
  await tx.execute(sql`
    create table ${journalTable(id)} as
    select c.key, c.status, c.status_changed_at
    from contacts c join ${stagingTable(id)} s on s.key = c.key
    where c.status <> 1
    order by c.key`);
  await tx.execute(sql`alter table ${journalTable(id)} add primary key (key)`);
  await tx.execute(sql`
    update contacts c set status = 1, status_changed_at = ${at}::timestamptz
    from ${journalTable(id)} j where j.key = c.key`);
  await tx.execute(sql`
    update repository_counts r set active = r.active - n.active, bounced = r.bounced - n.bounced,
      unsubscribed = r.unsubscribed + n.active + n.bounced
    from (
      select count(*) filter (where status = 0) as active, count(*) filter (where status = 2) as bounced
      from ${journalTable(id)}
    ) n`);
  const others = await tx.select({ id: profiles.id }).from(profiles).where(ne(profiles.type, "virtual"));
  for (const profile of others) {
    const { rowCount } = await tx.execute(sql`
      update ${memberTableName(profile.id)} m set status = 1
      from ${journalTable(id)} j where j.key = m.key`);
    if (rowCount) await recount(tx, profile.id);
  }
}
