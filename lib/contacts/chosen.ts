import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/**
 * The people that one change is about: a table of the transaction's own, `place` from 1 in the order of the keys, in
 * which all changes of many take their locks. Answers how many they are. `keys` is a query of one column `key`.
 */
export async function choose(tx: Tx, keys: SQL): Promise<number> {
  await tx.execute(
    sql`create temp table chosen (place bigint not null, key text collate "C" primary key) on commit drop`,
  );
  const { rowCount } = await tx.execute(sql`
    insert into chosen (place, key)
    select row_number() over (order by each.key), each.key from (${keys}) each order by each.key`);
  await tx.execute(sql`analyze chosen`);
  return rowCount ?? 0;
}
