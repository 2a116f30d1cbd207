import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, pool } from "./client.ts";

test("a connection that breaks as a transaction begins is given back", async () => {
  for (let times = 0; times < 13; times++) {
    pool.once("acquire", (client) => client.connection.stream.destroy());
    await expect(db.transaction(async () => "never")).rejects.toThrow("begin");
  }
  expect(pool.totalCount - pool.idleCount).toBe(0);
  const { rows } = await db.transaction((tx) => tx.execute(sql`select 1 as one`));
  expect(rows).toEqual([{ one: 1 }]);
});
