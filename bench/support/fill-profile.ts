import pg from "pg";
import { createProfile } from "./api.ts";
import type { Installation } from "./installation.ts";

/** The profile, its table, and the columns of its fields by name, for statements written by hand. */
export type FilledProfile = { key: string; id: number; name: string; table: string; column: Record<string, string> };

export type Wish = {
  name: string;
  rows: number;
  /** So many people more in the repository, who are in no profile. */
  others?: number;
  /** False where only the members are read: none of them is in the repository. */
  people?: boolean;
};

/**
 * A profile with the fields of the generated file and so many members, who came over two years with fifty imports; some are
 * unsubscribed or bounced. By SQL alone, in the order of the key, for what is measured afterwards is not how they came in.
 */
export async function fillProfile(installation: Installation, wish: Wish): Promise<FilledProfile> {
  const key = await createProfile(installation, wish.name);
  const client = new pg.Client({ connectionString: installation.databaseUrl });
  await client.connect();
  try {
    await client.query("set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'");
    const profile = await profileOf(client, key, wish.name);
    await addImports(client, profile);
    await addMembers(client, profile, wish.rows);
    if (wish.people !== false) await addPeople(client, profile, wish.others ?? 0);
    await count(client, profile);
    return profile;
  } finally {
    await client.end();
  }
}

async function profileOf(client: pg.Client, key: string, name: string): Promise<FilledProfile> {
  const { rows } = await client.query<{ id: string; name: string; field: string }>(
    "select p.id, f.name, f.id as field from profiles p join fields f on f.profile_id = p.id where p.key = $1",
    [key],
  );
  const id = Number(rows[0]?.id);
  const column = Object.fromEntries(rows.map((row) => [row.name, `f_${row.field}`]));
  return { key, id, name, table: `audience.profile_${id}`, column };
}

async function addImports(client: pg.Client, { id, key, name }: FilledProfile): Promise<void> {
  await client.query(
    `insert into imports (profile_id, profile_name, profile_key, state, action, origin, file_name, created_at, finished_at)
     select $1, $3, $2, 'done', 'append', (array['csv','excel','api'])[1 + n % 3], 'file ' || n, now(), now()
     from generate_series(0, 49) n`,
    [id, key, name],
  );
}

/** Filled first and indexed after. */
async function addMembers(client: pg.Client, { id, table, column }: FilledProfile, rows: number): Promise<void> {
  const names = Object.keys(VALUES);
  await client.query(`alter table ${table} drop constraint profile_${id}_pkey`);
  await client.query(`
    insert into ${table} (key, status, import_id, created_at, updated_at, ${names.map((name) => column[name])})
    select ${keyOf("example")} as key, case when n % 20 = 0 then 1 when n % 50 = 1 then 2 else 0 end,
      (select min(id) from imports where profile_id = ${id}) + n % 50, now() - n % 50 * interval '14 days',
      now() - n % 50 * interval '14 days', ${Object.values(VALUES)}
    from generate_series(1::bigint, ${rows}) n order by key`);
  await client.query(`alter table ${table} add primary key (key)`);
  await client.query(`vacuum analyze ${table}`);
}

async function addPeople(client: pg.Client, { table }: FilledProfile, others: number): Promise<void> {
  await client.query(`
    insert into contacts (key, status, import_id, created_at, status_changed_at)
    select key, status, import_id, created_at, case when status > 0 then created_at + interval '3 days' end
    from (
      select key, status, import_id, created_at from ${table}
      union all
      select ${keyOf("elsewhere")}, case when n % 100 = 0 then 1 when n % 300 = 7 then 2 else 0 end, null, now()
      from generate_series(1::bigint, ${others}) n
    ) each order by key`);
  await client.query("vacuum analyze contacts");
}

/** In no order of the row's number, as addresses are. */
const keyOf = (domain: string) =>
  `(lpad(to_hex((n * 2654435761) % 4294967296), 8, '0') || '.' || n || '@${domain}' || n % 50 || '.com') collate "C"`;

async function count(client: pg.Client, { id, table }: FilledProfile): Promise<void> {
  const byStatus = [0, 1, 2].map((status) => `count(*) filter (where status = ${status})`);
  await client.query(
    `update profiles set (active, unsubscribed, bounced) = (select ${byStatus} from ${table}) where id = ${id}`,
  );
  await client.query(
    `update repository_counts set (active, unsubscribed, bounced) = (select ${byStatus} from contacts)`,
  );
}

/** An expression over the row's number `n` for each column of the generated file, by its name. */
const VALUES: Record<string, string> = {
  "First name": "(array['Ana','José','María','Luis','Sofía','Carlos','Lucía','Pedro','Elena','Ñuño'])[1 + n % 10]",
  "Last name":
    "(array['Pérez','García','Núñez','Rojas','Soto','Díaz','López'])[1 + n / 10 % 7] || case when n % 3 = 0 then ' ' || n else '' end",
  City: "(array['Lima','Santiago','Bogotá','Quito','Ciudad de México','São Paulo','Buenos Aires'])[1 + n % 7]",
  Country: "'CL'",
  Plan: "(array['Free','Team','Enterprise'])[1 + n % 3]",
  Birthday: "date '1950-01-01' + (n * 7919 % 20000)::int",
  Spent: "case when n % 5 > 0 then (n * 7919 % 100000) / 100.0 end",
  Orders: "n % 40",
  Subscribed: "n % 2 = 1",
  Phone: "'+569' || lpad((n % 100000000)::text, 8, '0')",
  Website: "'https://shop' || n % 1000 || '.example.com'",
};
