import { type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { fieldName, memberTableName } from "#db/member-table.ts";
import { stagingTable } from "#db/staging-table.ts";
import type { Field } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { brings, changesOf } from "./check/stage-rows.ts";
import type { Import } from "./import.ts";
import { unlessMovedOn } from "./unless-moved-on.ts";

export type ValueChange = { key: string; before: string | null; after: string | null };

/*
 * Each answers null when the import has moved on since it was found: its rows are gone.
 */

/** So many rows of each field stand for all. */
const SAMPLE = 5;

/** The first few members whose value of `field` a Ready import would change: as Postgres writes values. */
export async function sampleChanges(
  person: Person,
  found: Import,
  profile: Profile,
  field: Field,
): Promise<ValueChange[] | null> {
  authorize(person, "imports.view");
  const name = fieldName(field.id);
  const after = brings(found.mapping, field) ? sql`r.${name}::text` : sql`null`;
  // Stops at the fifth: with few changes among many rows it reads the staged rows once.
  return look<ValueChange>(
    found,
    sql`
    select r.key, m.${name}::text as before, ${after} as after
    from ${stagingTable(found.id)} r join ${memberTableName(profile.id)} m on m.key = r.key
    where r.outcome = 'updated' and ${changesOf(field, found)}
    limit ${SAMPLE}`,
  );
}

/** The first few members whom a Ready Overwrite would let leave. */
export async function sampleLeaving(person: Person, found: Import, profile: Profile): Promise<string[] | null> {
  authorize(person, "imports.view");
  const rows = await look<{ key: string }>(
    found,
    sql`
    select m.key from ${memberTableName(profile.id)} m
    where not exists (select from ${stagingTable(found.id)} r where r.key = m.key)
    order by m.key limit ${SAMPLE}`,
  );
  return rows?.map(({ key }) => key) ?? null;
}

/** The fields of which a Ready import brings values to new members. An Unsubscribe brings none. */
export const newValuesOf = ({ action, mapping }: Import, { fields }: Profile): Field[] =>
  action === "unsubscribe" ? [] : fields.filter((field) => brings(mapping, field));

/** `values`: of the fields that were asked for, in their order, as Postgres writes them. */
export type NewContact = { key: string; values: (string | null)[] };

/** The first few contacts whom a Ready import would add to the profile. */
export async function sampleNew(person: Person, found: Import, fields: readonly Field[]): Promise<NewContact[] | null> {
  authorize(person, "imports.view");
  const values = fields.map((field) => sql`${fieldName(field.id)}::text`);
  return look<NewContact>(
    found,
    sql`
    select key, array[${sql.join(values, sql`, `)}]::text[] as values
    from ${stagingTable(found.id)} where outcome = 'new' limit ${SAMPLE}`,
  );
}

async function look<Row extends Record<string, unknown>>(found: Import, query: SQL): Promise<Row[] | null> {
  const looked = await unlessMovedOn(found, () => db.execute(query));
  return looked && (looked.rows as Row[]);
}
