import pg from "pg";

/** The profile's table and the columns of its fields by name, for statements written by hand. */
export type FilledProfile = { table: string; column: Record<string, string> };

/**
 * Puts people into a profile with the fields of the generated file until it has `rows`, by SQL alone: what is measured
 * afterwards is not how they came in. Every value depends on the row's number only.
 */
export async function fillMembers(databaseUrl: string, profileKey: string, rows: number): Promise<FilledProfile> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { id, ...filled } = await profileOf(client, profileKey);
    const names = Object.keys(VALUES);
    await client.query(`
      with members as (
        insert into ${filled.table} (key, status, created_at, updated_at, ${names.map((name) => filled.column[name])})
        select lpad(to_hex((n * 2654435761) % 4294967296), 8, '0') || '.' || n || '@example' || n % 50 || '.com',
          case when n % 20 = 0 then 1 when n % 50 = 1 then 2 else 0 end, now(), now(), ${Object.values(VALUES)}
        from generate_series((select count(*) from ${filled.table}) + 1, ${rows}) n
        returning key, status
      )
      insert into contacts (key, status) select key, status from members`);
    await client.query(`vacuum analyze ${filled.table}`);
    await client.query(
      `update profiles set (active, unsubscribed, bounced) = (
        select count(*) filter (where status = 0), count(*) filter (where status = 1), count(*) filter (where status = 2)
        from ${filled.table}) where id = $1`,
      [id],
    );
    return filled;
  } finally {
    await client.end();
  }
}

async function profileOf(client: pg.Client, key: string): Promise<FilledProfile & { id: string }> {
  const { rows } = await client.query<{ id: string; name: string; field: string }>(
    `select p.id, f.name, f.id as field from profiles p join fields f on f.profile_id = p.id where p.key = $1`,
    [key],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error("There is no such profile.");
  return {
    id,
    table: `audience.profile_${id}`,
    column: Object.fromEntries(rows.map(({ name, field }) => [name, `f_${field}`])),
  };
}

const VALUES: Record<string, string> = {
  "First name": "(array['Ana','José','María','Luis','Sofía','Carlos','Lucía','Pedro','Elena','Ñuño'])[1 + n % 10]",
  "Last name":
    "(array['Pérez','García','Núñez','Rojas','Soto','Díaz','López','Muñoz','Vega','Ibáñez'])[1 + n / 10 % 10]",
  City: "(array['Lima','Santiago','Bogotá','Quito','Ciudad de México','São Paulo','Buenos Aires'])[1 + n % 7]",
  Country: "'CL'",
  Plan: "(array['Free','Team','Enterprise'])[1 + n % 3]",
  Birthday: "date '1950-01-01' + (n * 7919 % 20000)::int",
  Spent: "(n * 7919 % 100000) / 100.0",
  Orders: "n % 40",
  Subscribed: "n % 2 = 1",
  Phone: "'+569' || lpad((n % 100000000)::text, 8, '0')",
  Website: "'https://shop' || n % 1000 || '.example.com'",
};
