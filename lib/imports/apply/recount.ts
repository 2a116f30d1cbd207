import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";

/**
 * Counts a profile's members anew, after a change of many: 30 ms per million. Raises its revision, so that reviews made
 * before know that they are old.
 */
export async function recount(tx: Tx, profileId: number): Promise<void> {
  await tx.execute(sql`
    update profiles set active = n.active, unsubscribed = n.unsubscribed, bounced = n.bounced, revision = revision + 1
    from (
      select count(*) filter (where status = 0) as active,
        count(*) filter (where status = 1) as unsubscribed,
        count(*) filter (where status = 2) as bounced
      from ${memberTableName(profileId)}
    ) n
    where id = ${profileId}`);
}
