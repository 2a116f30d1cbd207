import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { type CountChange, changeCounts, changeRepositoryCounts } from "#lib/profiles/counts.ts";
import { leaving, plus, type StatusRows } from "./bulk/tally.ts";
import { eraseFromImports } from "./erase-from-imports.ts";

/** Does the work for one part of `chosen` after another; `within` is its condition on `chosen`. */
export type InParts = (work: (within: SQL) => Promise<void>) => Promise<void>;

const atOnce: InParts = (work) => work(sql`true`);

/**
 * Erases the people in `chosen` (see chosen.ts) from every table: profiles, waiting imports, journals, rejected rows,
 * history, repository. A keyed hash of each remains. The caller holds all profiles (`lockAllProfilesForEdit`).
 * `hash` is `erasedHashInSql()`. Answers how many people were erased.
 */
export async function eraseChosen(tx: Tx, hash: (key: SQL) => SQL, inParts = atOnce): Promise<number> {
  await tx.execute(sql`select from contacts c join chosen on chosen.key = c.key order by c.key for update of c`);
  // First of all, so that whoever adds one of them meanwhile finds it.
  await tx.execute(sql`insert into erased (hash) select ${hash(sql`chosen.key`)} from chosen on conflict do nothing`);
  await eraseFromImports(tx);
  const profiles = await profilesWithMembers(tx);
  const ofProfile = new Map<number, CountChange>();
  let ofRepository: CountChange = {};
  await inParts(async (within) => {
    for (const id of profiles) {
      const change = await deleteCounted(tx, memberTableName(id), within);
      if (change) ofProfile.set(id, plus(ofProfile.get(id) ?? {}, change));
    }
    await tx.execute(sql`delete from contact_events e using chosen where e.key = chosen.key and ${within}`);
    ofRepository = plus(ofRepository, (await deleteCounted(tx, sql`contacts`, within)) ?? {});
  });
  // All take these rows in this order.
  for (const id of profiles) {
    const change = ofProfile.get(id);
    if (change) await changeCounts(tx, id, change);
  }
  await changeRepositoryCounts(tx, ofRepository);
  return -Object.values(ofRepository).reduce((sum, people) => sum + people, 0);
}

async function profilesWithMembers(tx: Tx): Promise<number[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`select id from profiles where type <> 'virtual' order by id`);
  return rows.map(({ id }) => Number(id));
}

/** Null when none of them is there. */
async function deleteCounted(tx: Tx, table: SQL, within: SQL): Promise<CountChange | null> {
  const { rows } = await tx.execute<StatusRows[number]>(sql`
    with gone as (delete from ${table} t using chosen where t.key = chosen.key and ${within} returning t.status)
    select status, count(*)::int as people from gone group by status`);
  return rows.length > 0 ? leaving(rows) : null;
}
