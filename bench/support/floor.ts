import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { COLUMNS } from "./contacts-file.ts";

/*
 * What a person with psql would do by hand: COPY the file into an unlogged table of text, then one INSERT for the
 * repository and one for the profile's table, with the same columns, types, collations and indexes as the product's.
 * No header is matched, no value is checked beyond its type, nothing is logged, and nothing can be undone.
 */

const CASTS: Record<string, string> = { date: "::date", number: "::numeric", yesno: "::boolean" };
const TYPES: Record<string, string> = { date: "date", number: "numeric", yesno: "boolean", phone: 'text collate "C"' };

/** Seconds. Also leaves `raw` for other floors. */
export async function importFloor(floorUrl: string, path: string): Promise<number> {
  const client = new pg.Client({ connectionString: floorUrl });
  await client.connect();
  await client.query("drop table if exists raw, audience.profile_1; truncate contacts");
  await client.query(`create table audience.profile_1 (${memberColumns()}, primary key (key))`);
  const begun = performance.now();
  await client.query("begin");
  await client.query(`create unlogged table raw (${COLUMNS.map((_, at) => `c${at} text`).join(", ")})`);
  await pipeline(
    createReadStream(path, { highWaterMark: 1024 * 1024 }),
    client.query(copyFrom("copy raw from stdin (format csv, header)")),
  );
  await client.query("insert into contacts (key) select lower(c0) from raw on conflict do nothing");
  await client.query(`
    insert into audience.profile_1 (key, status, created_at, updated_at, ${COLUMNS.slice(1)
      .map((_, at) => `f_${at + 1}`)
      .join(", ")})
    select lower(c0), 0, now(), now(), ${COLUMNS.slice(1)
      .map(({ type }, at) => `c${at + 1}${CASTS[type] ?? ""}`)
      .join(", ")} from raw
    on conflict do nothing`);
  await client.query("commit");
  const seconds = (performance.now() - begun) / 1000;
  await client.end();
  return seconds;
}

/** Seconds for the same by hand where every person is there and every value changes; after `importFloor`. */
export async function updateFloor(floorUrl: string, path: string): Promise<number> {
  const client = new pg.Client({ connectionString: floorUrl });
  await client.connect();
  const fields = COLUMNS.slice(1).map((_, at) => `f_${at + 1}`);
  const begun = performance.now();
  await client.query("begin");
  await client.query("truncate raw");
  await pipeline(
    createReadStream(path, { highWaterMark: 1024 * 1024 }),
    client.query(copyFrom("copy raw from stdin (format csv, header)")),
  );
  await client.query("insert into contacts (key) select lower(c0) from raw on conflict do nothing");
  await client.query(`
    insert into audience.profile_1 (key, status, created_at, updated_at, ${fields.join(", ")})
    select lower(c0), 0, now(), now(), ${COLUMNS.slice(1)
      .map(({ type }, at) => `c${at + 1}${CASTS[type] ?? ""}`)
      .join(", ")} from raw
    on conflict (key) do update set updated_at = excluded.updated_at, ${fields.map((field) => `${field} = excluded.${field}`).join(", ")}`);
  await client.query("commit");
  const seconds = (performance.now() - begun) / 1000;
  await client.end();
  return seconds;
}

const memberColumns = () =>
  [
    'created_at timestamptz not null, updated_at timestamptz not null, import_id bigint, status smallint not null, key text collate "C" not null',
    ...COLUMNS.slice(1).map(({ type }, at) => `f_${at + 1} ${TYPES[type] ?? "text collate rollbook_text"}`),
  ].join(", ");
