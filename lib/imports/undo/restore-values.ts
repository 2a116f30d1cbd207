import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { fieldName, memberTableName } from "#db/member-table.ts";
import { beforeFieldName, journalTable } from "#db/staging-table.ts";
import type { Field, FieldType } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Import } from "../import.ts";

/** Gives members the values back that they had before, where they still have those that the import gave them. */
export async function restoreValues(tx: Tx, done: Import, profile: Profile): Promise<void> {
  if (done.updated === 0) return;
  const fields = journalled(done, profile);
  const changes = fields.map(
    (field) =>
      sql`, ${fieldName(field.id)} = case when ${untouched(field)} then j.${beforeFieldName(field.id)} else m.${fieldName(field.id)} end`,
  );
  // An edit since stamped a time of its own, also one of a field that the file did not bring.
  await tx.execute(sql`
    update ${memberTableName(profile.id)} m
    set updated_at = case when m.updated_at = ${done.appliedAt}::timestamptz then j.updated_at else m.updated_at end
      ${sql.join(changes)}
    from ${journalTable(done.id)} j where j.key = m.key`);
}

/** The fields that the import brought and that are still there. */
export function journalled({ mapping }: Import, profile: Profile): Field[] {
  const brought = new Set((mapping ?? []).map(({ target }) => (target?.kind === "field" ? target.fieldId : 0)));
  return profile.fields.filter((field) => brought.has(field.id));
}

/** Whether the member `m` still has the value that the journal `j` says the import gave it, byte by byte. */
export function untouched({ id, type }: Pick<Field, "id" | "type">): SQL {
  const collation = TEXTS.has(type) ? sql` collate "C"` : sql``;
  return sql`m.${fieldName(id)}${collation} is not distinct from j.${fieldName(id)}${collation}`;
}

const TEXTS: ReadonlySet<FieldType> = new Set(["text", "choice", "url", "phone"]);
