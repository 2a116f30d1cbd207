import { sql } from "drizzle-orm";
import pg from "pg";
import { db } from "#db/client.ts";
import { ownerUrlOf } from "./test-database.ts";

/** While `work` runs, the app sees rows of the table only where this condition of SQL holds, such as in a read-only transaction. */
export async function seenIf<T>(table: string, condition: string, work: () => Promise<T>): Promise<T> {
  const { rows } = await db.execute<{ name: string }>(sql`select current_database() as name`);
  const owner = new pg.Client({ connectionString: ownerUrlOf(`postgres://x/${rows[0]?.name}`) });
  await owner.connect();
  try {
    await owner.query(`
      alter table ${table} enable row level security;
      create policy seen on ${table} for select using (${condition});
      create policy written on ${table} for insert with check (true)`);
    return await work();
  } finally {
    await owner.query(`
      drop policy if exists seen on ${table};
      drop policy if exists written on ${table};
      alter table ${table} disable row level security`);
    await owner.end();
  }
}

/** What holds in a transaction that changes nothing. */
export const READ_ONLY = "current_setting('transaction_read_only') = 'on'";

/** What holds in one that is the reader's alone, besides. */
export const AS_READER = `${READ_ONLY} and current_user = 'rollbook_reader'`;
