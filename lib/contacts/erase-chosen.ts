import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { type CountChange, changeCounts, changeRepositoryCounts } from "#lib/profiles/counts.ts";
import { eraseFromImports } from "./erase-from-imports.ts";
import { statusOf } from "./status.ts";

/**
 * Erases the people in `chosen` (see chosen.ts) from every table: profiles, waiting imports, journals, rejected rows,
 * history, repository. A keyed hash of each remains. The caller holds all profiles (`lockAllProfilesForEdit`).
 * `hash` is `erasedHashInSql()`. Answers how many people were erased.
 */
export async function eraseChosen(tx: Tx, hash: (key: SQL) => SQL): Promise<number> {
  await tx.execute(sql`select from contacts c join chosen on chosen.key = c.key order by c.key for update of c`);
  // First of all, so that whoever adds one of them meanwhile finds it.
  await tx.execute(sql`insert into erased (hash) select ${hash(sql`chosen.key`)} from chosen on conflict do nothing`);
  await eraseMembers(tx);
  await eraseFromImports(tx);
  await tx.execute(sql`delete from contact_events e using chosen where e.key = chosen.key`);
  const gone = await deleteCounted(tx, sql`contacts`);
  await changeRepositoryCounts(tx, gone.change);
  return gone.people;
}

async function eraseMembers(tx: Tx): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(sql`select id from profiles where type <> 'virtual' order by id`);
  for (const { id } of rows) {
    const { people, change } = await deleteCounted(tx, memberTableName(Number(id)));
    if (people > 0) await changeCounts(tx, Number(id), change);
  }
}

async function deleteCounted(tx: Tx, table: SQL): Promise<{ people: number; change: CountChange }> {
  const { rows } = await tx.execute<{ status: number; people: number }>(sql`
    with gone as (delete from ${table} t using chosen where t.key = chosen.key returning t.status)
    select status, count(*)::int as people from gone group by status`);
  return {
    people: rows.reduce((sum, { people }) => sum + people, 0),
    change: Object.fromEntries(rows.map(({ status, people }) => [statusOf(status), -people])),
  };
}
