import { sql } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { fieldName, memberTableName } from "#db/member-table.ts";
import type { Field } from "#lib/fields/field.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Profile } from "../profile.ts";

/** How many members have a value of the field: what its deletion would lose. Reads the whole profile. */
export async function countValues(person: Person, profile: Profile, field: Field): Promise<number> {
  authorize(person, "profiles.view");
  return valuesOf(db, profile.id, field);
}

export async function valuesOf(from: Db | Tx, profileId: number, field: Pick<Field, "id">): Promise<number> {
  const { rows } = await from.execute<{ values: string }>(
    sql`select count(${fieldName(field.id)}) as values from ${memberTableName(profileId)}`,
  );
  return Number(rows[0]?.values ?? 0);
}
