import pg from "pg";
import type { Installation } from "./installation.ts";

/** Empties the repository and every profile, so that the next import meets what a new installation has. */
export async function forgetContacts({ databaseUrl }: Installation): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string }>("select id from profiles where type <> 'virtual'");
  const tables = ["contacts", ...rows.map(({ id }) => `audience.profile_${id}`)];
  await client.query(`truncate ${tables.join(", ")}`);
  await client.query("update repository_counts set active = 0, unsubscribed = 0, bounced = 0");
  await client.query("update profiles set active = 0, unsubscribed = 0, bounced = 0");
  await client.query("checkpoint").catch(() => {}); // for those who may
  await client.end();
}
