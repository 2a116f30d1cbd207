import { db, type Tx } from "#db/client.ts";
import { lockProfile } from "#db/locks.ts";
import { addFieldColumn } from "#db/member-table.ts";
import { fields } from "#db/schema.ts";
import type { Field, FieldType } from "#lib/fields/field.ts";
import { MAX_FIELDS } from "#lib/fields/field-input.ts";
import { normaliseHeader } from "#lib/fields/header-names.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { words } from "#lib/text/words.ts";
import { changeState } from "../change-state.ts";
import type { ColumnMapping, Import } from "../import.ts";
import { frontWidth } from "../rejected-columns.ts";
import type { ColumnProfiles } from "./column-profile.ts";
import { givenColumns } from "./decide-columns.ts";
import { freeNames } from "./new-field-name.ts";

/** For a program: every column without a place becomes a field of the type that all of its values fit. */
export async function createFieldsAndGoOn(found: Import, { columns }: ColumnProfiles): Promise<void> {
  await db.transaction(async (tx) => {
    await lockProfile(tx, found.profileId);
    const profile = await loadProfile(tx, found.profileId);
    const mapped = found.mapping ?? [];
    const front = frontWidth(mapped.map(({ column }) => column));
    const isGiven = givenColumns(found.options);
    const nameFor = freeNames(profile);
    const wanted = mapped.map(({ column, target }, at) => {
      const name = target === null && at >= front && !isGiven(column) ? nameFor(column) : null;
      return name === null ? null : { name, type: columns[at]?.type ?? "text" };
    });
    const created = await createMissingFields(tx, profile, wanted);
    const mapping = mapped.map((each, at): ColumnMapping => {
      const fieldId = created[at];
      return fieldId ? { column: each.column, target: { kind: "field", fieldId, mode: "always" } } : each;
    });
    if (!(await changeState(tx, found.id, "checking", { mapping, progressDone: 0, progressTotal: 0 }))) return;
    await enqueue(tx, "check-import", { importId: found.id });
  });
}

/**
 * Adds a field to the profile for each entry that is not null, or takes the one that has its name. Answers their ids in
 * the same order. Their names are such as `newFieldName` answers, and the caller holds the profile's lock. Throws Problem
 * `too_many_fields`.
 */
export async function createMissingFields(
  tx: Tx,
  profile: Profile,
  wanted: readonly ({ name: string; type: FieldType } | null)[],
): Promise<(number | null)[]> {
  const present = new Map(profile.fields.map((field) => [normaliseHeader(field.name), field.id]));
  const ids: (number | null)[] = [];
  let position = Math.max(0, ...profile.fields.map((field: Field) => field.position)) + 1;
  for (const want of wanted) {
    if (want === null) {
      ids.push(null);
      continue;
    }
    const { name, type } = want;
    const known = present.get(normaliseHeader(name));
    if (known === undefined && present.size >= MAX_FIELDS) {
      const many = words("A profile may have {most, number} fields. Leave columns out.", { most: MAX_FIELDS });
      throw new Problem("invalid", "too_many_fields", many);
    }
    const id = known ?? (await createField(tx, profile.id, name, type, position++));
    present.set(normaliseHeader(name), id);
    ids.push(id);
  }
  return ids;
}

async function createField(
  tx: Tx,
  profileId: number,
  name: string,
  type: FieldType,
  position: number,
): Promise<number> {
  // Without options a choice accepts nothing; as text it accepts what it holds.
  const kept = type === "choice" ? "text" : type;
  const [field] = await tx
    .insert(fields)
    .values({ profileId, name, type: kept, position })
    .returning({ id: fields.id });
  if (!field) throw new Error("An insert answered no row.");
  await addFieldColumn(tx, profileId, { id: field.id, type: kept });
  return field.id;
}
