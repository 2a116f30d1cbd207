import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import type { Product } from "./product.ts";

/** Profiles with people in them, written into the product's own tables. Call it at the top of the file. */
export function filledProfiles(product: Product) {
  const database = new pg.Client({ connectionString: product.databaseUrl });
  beforeAll(() => database.connect());
  afterAll(() => database.end());
  return { database, makeProfile: (name: string, people = 120) => makeProfile(database, name, people) };
}

/** 120 people: each third in Quito, the others in Lima; whoever has a round number spent nothing yet. */
async function makeProfile(database: pg.Client, name: string, people: number): Promise<number> {
  const { rows } = await database.query<{ id: string }>(
    "insert into profiles (key, name, type, active) values ($1, $1, 'regular', $2) returning id",
    [name, people],
  );
  const id = Number(rows[0]?.id);
  const fields = await database.query<{ id: string }>(
    "insert into fields (profile_id, name, type, position) values ($1, 'City', 'text', 0), ($1, 'Spent', 'number', 1), ($1, 'Born', 'date', 2) returning id",
    [id],
  );
  const [city, spent, born] = fields.rows.map((field) => `f_${field.id}`);
  await database.query(`
    create table audience.profile_${id} (created_at timestamptz not null, updated_at timestamptz not null, import_id bigint,
      status smallint not null, key text collate "C" primary key, ${city} text collate rollbook_text, ${spent} numeric, ${born} date)`);
  await database.query(`
    with added as (
      insert into contacts (key) select '${name}.' || lpad(n::text, greatest(3, length(n::text)), '0') || '@example.com' from generate_series(1, ${people}) n returning key
    ), counted as (
      update repository_counts set active = active + ${people}
    )
    insert into audience.profile_${id}
    select now(), now(), null, 0, key, case when n % 3 = 0 then 'Quito' else 'Líma' end, nullif(n % 10, 0) * 12.5, date '1990-01-01' + n::int
    from (select key, substring(key from '\\.(\\d+)@')::int as n from added) each`);
  return id;
}
