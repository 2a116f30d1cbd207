import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { fieldName, memberTableName } from "#db/member-table.ts";
import type { Field } from "#lib/fields/field.ts";
import { changeCounts, changeRepositoryCounts } from "#lib/profiles/counts.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import type { HeldContact } from "./ensure-contact.ts";
import { type FieldChange, recordEvent } from "./events.ts";
import type { MemberRow } from "./member-row.ts";
import { isSameValue, type Values } from "./read-values.ts";
import { codeOf } from "./status.ts";
import { valueSql } from "./value-sql.ts";

/* What every way of changing one member does. The caller holds the profile (`lockProfileForEdit`). */

/** Puts a contact into a profile, with the status that it has, and counts it. */
export async function insertMember(
  tx: Tx,
  person: Person,
  profile: Profile,
  { key, status, isNew }: HeldContact,
  values: Values,
): Promise<void> {
  const brought = profile.fields.filter((field) => values.has(field.id));
  const names = brought.map((field) => sql`, ${fieldName(field.id)}`);
  const texts = brought.map((field) => sql`, ${valueSql(field.type, values.get(field.id) ?? null)}`);
  await tx.execute(sql`
    insert into ${memberTableName(profile.id)} (key, status, created_at, updated_at ${sql.join(names)})
    values (${key}, ${codeOf(status)}, now(), now() ${sql.join(texts)})`);
  await recordEvent(tx, person, key, { kind: "added", profile });
  await changeCounts(tx, profile.id, { [status]: 1 });
  if (isNew) await changeRepositoryCounts(tx, { active: 1 });
}

/** Gives a member these values where they differ. Answers what changed; nothing is written when nothing did. */
export async function changeMember(
  tx: Tx,
  person: Person,
  profile: Profile,
  row: MemberRow,
  values: Values,
): Promise<FieldChange[]> {
  const changes = changesOf(profile.fields, row, values);
  if (changes.length === 0) return changes;
  const sets = changes.map(({ fieldId, type, after }) => sql`, ${fieldName(fieldId)} = ${valueSql(type, after)}`);
  await tx.execute(sql`
    update ${memberTableName(profile.id)} set updated_at = now() ${sql.join(sets)} where key = ${row.key}`);
  await recordEvent(tx, person, row.key, { kind: "edited", profile, details: { changes } });
  await changeCounts(tx, profile.id, {});
  return changes;
}

/** The fields whose value would become another one. */
export function changesOf(fields: readonly Field[], row: MemberRow, values: Values): FieldChange[] {
  return fields.flatMap((field) => {
    const { id, name, type } = field;
    const before = row.values[id] ?? null;
    const after = values.get(id) ?? null;
    if (!values.has(id) || isSameValue(field, before, after)) return [];
    return [{ fieldId: id, name, type, before, after }];
  });
}
