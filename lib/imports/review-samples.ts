import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { fieldName, memberTableName } from "#db/member-table.ts";
import { stagingTable } from "#db/staging-table.ts";
import type { Field } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { brings, changesOf } from "./check/stage-rows.ts";
import type { Import } from "./import.ts";

export type ValueChange = { key: string; before: string | null; after: string | null };

/** So many rows of each field stand for all. */
const SAMPLE = 5;

/** The first few members whose value of `field` a Ready import would change: as Postgres writes values. */
export async function sampleChanges(
  person: Person,
  found: Import,
  profile: Profile,
  field: Field,
): Promise<ValueChange[]> {
  authorize(person, "imports.view");
  const name = fieldName(field.id);
  const after = brings(found.mapping, field) ? sql`r.${name}::text` : sql`null`;
  // Stops at the fifth: with few changes among many rows it reads the staged rows once.
  const { rows } = await db.execute<ValueChange>(sql`
    select r.key, m.${name}::text as before, ${after} as after
    from ${stagingTable(found.id)} r join ${memberTableName(profile.id)} m on m.key = r.key
    where r.outcome = 'updated' and ${changesOf(field, found)}
    limit ${SAMPLE}`);
  return rows;
}

/** The first few members whom a Ready Overwrite would let leave. */
export async function sampleLeaving(person: Person, { id }: Import, profile: Profile): Promise<string[]> {
  authorize(person, "imports.view");
  const { rows } = await db.execute<{ key: string }>(sql`
    select m.key from ${memberTableName(profile.id)} m
    where not exists (select from ${stagingTable(id)} r where r.key = m.key)
    order by m.key limit ${SAMPLE}`);
  return rows.map(({ key }) => key);
}

/** The fields of which a Ready import brings values to new members. An Unsubscribe brings none. */
export const newValuesOf = ({ action, mapping }: Import, { fields }: Profile): Field[] =>
  action === "unsubscribe" ? [] : fields.filter((field) => brings(mapping, field));

/** `values`: of the fields that were asked for, in their order, as Postgres writes them. */
export type NewContact = { key: string; values: (string | null)[] };

/** The first few contacts whom a Ready import would add to the profile. */
export async function sampleNew(person: Person, { id }: Import, fields: readonly Field[]): Promise<NewContact[]> {
  authorize(person, "imports.view");
  const values = fields.map((field) => sql`${fieldName(field.id)}::text`);
  const { rows } = await db.execute<NewContact>(sql`
    select key, array[${sql.join(values, sql`, `)}]::text[] as values
    from ${stagingTable(id)} where outcome = 'new' limit ${SAMPLE}`);
  return rows;
}
