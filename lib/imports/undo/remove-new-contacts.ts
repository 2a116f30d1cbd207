import { ne, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { profiles } from "#db/schema.ts";
import type { Import } from "../import.ts";

/**
 * People who came into the repository by this import leave it again, but for those who are in some profile or whose
 * status somebody changed since.
 */
export async function removeNewContacts(tx: Tx, { id, action, appliedAt }: Import): Promise<void> {
  const others = await tx.select({ id: profiles.id }).from(profiles).where(ne(profiles.type, "virtual"));
  const inNone = others.map(
    (profile) => sql`and not exists (select from ${memberTableName(profile.id)} m where m.key = c.key)`,
  );
  const asItCame =
    action === "unsubscribe"
      ? sql`status = 1 and status_changed_at = ${appliedAt}::timestamptz`
      : sql`status_changed_at is null`;
  const { rows } = await tx.execute<{ status: number; count: number }>(sql`
    with gone as (
      delete from contacts c where import_id = ${id} and ${asItCame} ${sql.join(inNone, sql` `)} returning status
    )
    select status, count(*)::int as count from gone group by status`);
  for (const { status, count } of rows) {
    const column = status === 0 ? sql`active` : status === 1 ? sql`unsubscribed` : sql`bounced`;
    await tx.execute(sql`update repository_counts set ${column} = ${column} - ${count}`);
  }
}
