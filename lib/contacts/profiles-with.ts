import { asc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { profiles } from "#db/schema.ts";
import { kindOfKey } from "./key-of.ts";

/** The ids of the profiles that a contact is in, Virtual ones aside, in their order: a look into each one's index. */
export async function profilesWith(from: Db | Tx, key: string): Promise<number[]> {
  const type = kindOfKey(key) === "email" ? "regular" : "mobile_only";
  const all = await from
    .select({ id: profiles.id })
    .from(profiles)
    .where(eq(profiles.type, type))
    .orderBy(asc(profiles.id));
  const found: number[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const looks = all
      .slice(at, at + AT_ONCE)
      .map(
        ({ id }) =>
          sql`select ${id}::bigint as id where exists (select from ${memberTableName(id)} where key = ${key})`,
      );
    const { rows } = await from.execute<{ id: string }>(sql.join(looks, sql` union all `));
    found.push(...rows.map(({ id }) => Number(id)));
  }
  return found.sort((a, b) => a - b);
}

/** Each look takes two parameters and a place in the plan. */
const AT_ONCE = 200;
