import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { stagingTable } from "#db/staging-table.ts";
import type { Import } from "./import.ts";

/**
 * Whether the staged rows would bring somebody back who was erased after the check had read who is. Whoever erases does
 * not see the rows of a check that is not over. `hash` is `erasedHashInSql()`.
 *
 * Asked of all new people only where somebody was erased since the file came: two seconds for a million.
 */
export async function bringsErasedBack(
  tx: Tx,
  { id, createdAt }: Pick<Import, "id" | "createdAt">,
  hash: (key: SQL) => SQL,
): Promise<boolean> {
  const { rows: since } = await tx.execute(
    sql`select from erased where at > ${createdAt}::timestamptz - ${LONGEST_ERASURE}::interval limit 1`,
  );
  if (since.length === 0) return false;
  const { rows } = await tx.execute(sql`
    select from ${stagingTable(id)} s join erased e on e.hash = ${hash(sql`s.key`)}
    where not exists (select from contacts c where c.key = s.key) limit 1`);
  return rows.length > 0;
}

/** An erasure is dated by its begin, and seen at its end. */
const LONGEST_ERASURE = "1 hour";
