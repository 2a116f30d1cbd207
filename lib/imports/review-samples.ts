import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { fieldName, memberTableName } from "#db/member-table.ts";
import { stagingTable } from "#db/staging-table.ts";
import type { Field } from "#lib/fields/field.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { changesIn, differs, modeOf } from "./check/stage-rows.ts";
import type { Import } from "./import.ts";

/** One value that Apply would change, as Postgres writes both. */
export type ValueChange = { key: string; field: Field; before: string | null; after: string | null };

const SAMPLE = 8;

/** A few members with the values that Apply would change, for the review of an import that is Ready. */
export async function sampleChanges(person: Person, found: Import): Promise<ValueChange[]> {
  authorize(person, "imports.view");
  if (found.updated === 0 || found.action === "unsubscribe" || found.action === "append") return [];
  const profile = await loadProfile(db, found.profileId);
  const brought = new Set((found.mapping ?? []).map(({ target }) => (target?.kind === "field" ? target.fieldId : 0)));
  const fields = profile.fields.filter((field) => brought.has(field.id));
  const changes = await Promise.all(fields.map((field) => changesOf(found, profile.id, field)));
  return changes.flat().slice(0, SAMPLE);
}

async function changesOf(found: Import, profileId: number, field: Field): Promise<ValueChange[]> {
  const name = fieldName(field.id);
  const changes =
    found.action === "overwrite"
      ? differs(field)
      : changesIn(field, modeOf(field, found.mapping ?? []), found.options.blankErases ?? false);
  const { rows } = await db.execute<{ key: string; before: string | null; after: string | null }>(sql`
    select m.key, m.${name}::text as before, r.${name}::text as after
    from ${stagingTable(found.id)} r join ${memberTableName(profileId)} m on m.key = r.key
    where r.outcome = 'updated' and ${changes}
    limit 3`);
  return rows.map((row) => ({ ...row, field }));
}

/** A few members whom an Overwrite lets leave. */
export async function sampleLeaving(person: Person, found: Import): Promise<string[]> {
  authorize(person, "imports.view");
  if (found.action !== "overwrite") return [];
  const { rows } = await db.execute<{ key: string }>(sql`
    select m.key from ${memberTableName(found.profileId)} m
    where not exists (select from ${stagingTable(found.id)} s where s.key = m.key)
    limit ${SAMPLE}`);
  return rows.map(({ key }) => key);
}
