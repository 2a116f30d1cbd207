import { ne, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { profiles } from "#db/schema.ts";
import { journalTable } from "#db/staging-table.ts";
import { recount } from "../apply/recount.ts";
import type { Import } from "../import.ts";

/** Gives people the status back that an Unsubscribe took from them, unless somebody changed it since. The caller holds all profiles. */
export async function restoreStatuses(tx: Tx, { id, appliedAt }: Import): Promise<void> {
  const untouched = sql`c.status = 1 and c.status_changed_at = ${appliedAt}::timestamptz`;
  await tx.execute(sql`
    delete from ${journalTable(id)} j
    where not exists (select from contacts c where c.key = j.key and ${untouched})`);
  await tx.execute(sql`
    update contacts c set status = j.status, status_changed_at = j.status_changed_at
    from ${journalTable(id)} j where j.key = c.key`);
  await tx.execute(sql`
    update repository_counts r set active = r.active + n.active, bounced = r.bounced + n.bounced,
      unsubscribed = r.unsubscribed - n.active - n.bounced
    from (
      select count(*) filter (where status = 0) as active, count(*) filter (where status = 2) as bounced
      from ${journalTable(id)}
    ) n`);
  const others = await tx.select({ id: profiles.id }).from(profiles).where(ne(profiles.type, "virtual"));
  for (const profile of others) {
    const { rowCount } = await tx.execute(sql`
      update ${memberTableName(profile.id)} m set status = j.status
      from ${journalTable(id)} j where j.key = m.key`);
    if (rowCount) await recount(tx, profile.id);
  }
}
