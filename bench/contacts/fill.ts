import pg from "pg";
import { createProfile } from "../support/api.ts";
import { type FilledProfile, fillMembers } from "../support/fill-members.ts";
import type { Installation } from "../support/installation.ts";

/** The profile, its table with its columns by name, and a connection to look into it. */
export type Filled = FilledProfile & { key: string; id: number; name: string; client: pg.Client };

/** A profile of `members`, among three times as many people in the repository. */
export async function fill(installation: Installation, members: number): Promise<Filled> {
  const name = "Bench";
  const key = await createProfile(installation, name);
  const filled = await fillMembers(installation.databaseUrl, key, members);
  const client = new pg.Client({ connectionString: installation.databaseUrl });
  await client.connect();
  await client.query(
    `insert into contacts (key, status)
     select lpad(to_hex((n * 2654435761) % 4294967296), 8, '0') || '.' || n || '@elsewhere' || n % 50 || '.com',
       case when n % 100 = 0 then 1 when n % 300 = 7 then 2 else 0 end
     from generate_series($1::bigint + 1, $1 * 3) n`,
    [members],
  );
  await client.query("vacuum analyze contacts");
  await client.query(`
    update repository_counts set (active, unsubscribed, bounced) = (
      select count(*) filter (where status = 0), count(*) filter (where status = 1), count(*) filter (where status = 2)
      from contacts)`);
  const { rows } = await client.query<{ id: string }>("select id from profiles where key = $1", [key]);
  return { ...filled, key, id: Number(rows[0]?.id), name, client };
}
