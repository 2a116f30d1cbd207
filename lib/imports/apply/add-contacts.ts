import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { stagingTable } from "#db/staging-table.ts";
import type { Import } from "../import.ts";

/**
 * Puts people who are not in the repository yet into it, in the order of the key: the index fills from one end, which
 * takes half the time of a random order, and two imports never wait for each other in a circle. An anti-join instead of
 * ON CONFLICT, which would look up and lock each row. Answers how many there were.
 */
export async function addContacts(tx: Tx, { id, action }: Import, at: Date): Promise<number> {
  const status = action === "unsubscribe" ? 1 : 0;
  const { rowCount } = await tx.execute(sql`
    insert into contacts (key, import_id, status, created_at, status_changed_at)
    select s.key, ${id}, ${status}, ${at}::timestamptz, case when ${status} = 1 then ${at}::timestamptz end
    from ${stagingTable(id)} s
    where not exists (select from contacts c where c.key = s.key)
    order by s.key`);
  const added = rowCount ?? 0;
  await tx.execute(
    status === 0
      ? sql`update repository_counts set active = active + ${added}`
      : sql`update repository_counts set unsubscribed = unsubscribed + ${added}`,
  );
  return added;
}
