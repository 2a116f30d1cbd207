import pg from "pg";
import type { Installation } from "./installation.ts";

/** Empties the repository and every profile, so that the next import meets what a new installation has. */
export async function forgetContacts({ databaseUrl, ownerUrl }: Installation): Promise<void> {
  await run(ownerUrl, "truncate contacts");
  await run(
    databaseUrl,
    `do $$ declare id bigint; begin
       for id in select profiles.id from profiles where type <> 'virtual' loop
         execute format('truncate audience.profile_%s', id);
       end loop;
     end $$`,
    "update repository_counts set active = 0, unsubscribed = 0, bounced = 0",
    "update profiles set active = 0, unsubscribed = 0, bounced = 0",
  );
}

async function run(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
