import pg from "pg";
import { createProfile } from "./api.ts";
import { COLUMNS } from "./contacts-file.ts";
import type { Installation } from "./installation.ts";

/** An expression over the row's number `n` for each column of the generated file, by its name. */
const VALUES: Record<string, string> = {
  "First name": "(array['Ana','José','María','Luis','Sofía','Carlos','Lucía','Pedro','Elena','Ñuño'])[1 + n % 10]",
  "Last name":
    "(array['Pérez','García','Núñez','Rojas','Soto','Díaz','López'])[1 + n % 7] || case when n % 3 = 0 then ' ' || n else '' end",
  City: "(array['Lima','Santiago','Bogotá','Quito','Ciudad de México','São Paulo','Buenos Aires'])[1 + n % 7]",
  Country: "'CL'",
  Plan: "(array['Free','Team','Enterprise'])[1 + n % 3]",
  Birthday: "date '1950-01-01' + (n % 20000)::int",
  Spent: "case when n % 5 > 0 then ((n * 7919) % 100000)::numeric / 100 end",
  Orders: "n % 40",
  Subscribed: "n % 2 = 0",
  Phone: "'+569' || (10000000 + n)",
  Website: "'https://shop' || n % 1000 || '.example.com'",
};

/**
 * A profile with `rows` contacts of the generated file's columns, who came over two years with fifty imports; a twentieth
 * is unsubscribed or bounced. Written into the tables by hand, for what is measured reads them only. Answers its key and id.
 */
export async function fillProfile(installation: Installation, name: string, rows: number) {
  const key = await createProfile(installation, name);
  const client = new pg.Client({ connectionString: installation.databaseUrl });
  await client.connect();
  try {
    const { rows: found } = await client.query("select id from profiles where key = $1", [key]);
    const id = Number(found[0].id);
    await client.query("set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '256MB'");
    await client.query(
      `
      insert into imports (profile_id, profile_name, profile_key, state, action, origin, file_name, created_at, finished_at)
      select $1, 'Bench', $2, 'done', 'append', (array['csv','excel','api'])[1 + n % 3], 'file ' || n, now(), now()
      from generate_series(0, 49) n`,
      [id, key],
    );
    await client.query(`
      create temp table person as
      select n, 'p' || n || '@example' || n % 50 || '.com' collate "C" as key,
        case when n % 40 = 0 then 1 when n % 40 = 1 then 2 else 0 end::smallint as status,
        (select min(id) from imports) + n % 50 as import_id, now() - n % 50 * interval '14 days' as at
      from generate_series(1, ${rows}) n order by 2`);
    await client.query(`
      insert into contacts (key, import_id, status, created_at, status_changed_at)
      select key, import_id, status, at, case when status > 0 then at + interval '3 days' end from person`);
    const { rows: fields } = await client.query("select id, name from fields where profile_id = $1 order by position", [
      id,
    ]);
    await client.query(`
      insert into audience.profile_${id} (key, status, import_id, created_at, updated_at, ${fields.map((field) => `f_${field.id}`)})
      select key, status, import_id, at, at, ${fields.map((field) => VALUES[field.name])} from person`);
    const counts =
      "count(*) filter (where status = 0), count(*) filter (where status = 1), count(*) filter (where status = 2)";
    await client.query(
      `update profiles set (active, unsubscribed, bounced) = (select ${counts} from person) where id = ${id}`,
    );
    await client.query(
      `update repository_counts set (active, unsubscribed, bounced) = (select ${counts} from contacts)`,
    );
    await client.query(`drop table person`);
    await client.query(`vacuum analyze contacts, audience.profile_${id}`);
    return { key, id, fields: COLUMNS.length - 1 };
  } finally {
    await client.end();
  }
}
