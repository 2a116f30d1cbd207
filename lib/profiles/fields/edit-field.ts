import { isDeepStrictEqual } from "node:util";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { fields, profiles } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import type { Field } from "#lib/fields/field.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { changeProfile } from "../change-profile.ts";
import { assertNoRowsWait } from "../imports-underway.ts";
import type { FieldPatch } from "../input.ts";
import type { Profile } from "../profile.ts";
import { nameTakenOr } from "../unique-names.ts";
import { changeOptions } from "./change-options.ts";
import { valuesOf } from "./count-values.ts";
import { assertNameFree, fieldOf } from "./find-field.ts";
import { renameInRules } from "./rename-in-rules.ts";

/**
 * Renames a field, says whether it must not be empty, and gives a choice other options; its type is for `retypeField`.
 * Answers how many members lack a value that they must have now. Throws Problem `field_name_taken`, `options_in_use`,
 * or `import_underway` where rows were read by the stricter rules' absence.
 */
export async function editField(
  person: Person,
  profileId: number,
  fieldId: number,
  patch: FieldPatch,
): Promise<{ lacking: number }> {
  authorize(person, "profiles.edit");
  try {
    return await changeProfile(profileId, (tx, profile) =>
      editIn(tx, person, profile, fieldOf(profile, fieldId), patch),
    );
  } catch (error) {
    throw nameTakenOr(error, patch.name ?? "");
  }
}

/** As `editField`, within a change of the profile. */
export async function editIn(
  tx: Tx,
  person: Person,
  profile: Profile,
  field: Field,
  patch: FieldPatch,
): Promise<{ lacking: number }> {
  const { name = field.name, options = field.options, required = field.required } = patch;
  if (isDeepStrictEqual({ ...field, name, options, required }, field)) return { lacking: 0 };
  await recordAudit(tx, person, "field-edited", { profileId: profile.id, fieldId: field.id });
  if (name !== field.name) await rename(tx, profile, field, name);
  if (!isDeepStrictEqual(options, field.options)) await setOptions(tx, profile, field, [...options]);
  return required === field.required ? { lacking: 0 } : setRequired(tx, profile, field, required);
}

async function rename(tx: Tx, profile: Profile, field: Field, name: string): Promise<void> {
  assertNameFree(profile, name, field);
  await tx.update(fields).set({ name }).where(eq(fields.id, field.id));
  await renameInRules(tx, profile.id, field.name, name);
}

async function setOptions(tx: Tx, profile: Profile, field: Field, options: string[]): Promise<void> {
  if (field.type !== "choice") {
    if (options.length === 0) return;
    const message = "Only a choice field has options. Leave them out.";
    throw new Problem("invalid", "options_without_choice", message, [{ path: "options", message }]);
  }
  await changeOptions(tx, profile, field, options);
}

/** Members who lack a value keep lacking it: only what is written from now on must have one. */
async function setRequired(tx: Tx, profile: Profile, field: Field, required: boolean): Promise<{ lacking: number }> {
  if (required) await assertNoRowsWait(tx, profile);
  await tx.update(fields).set({ required }).where(eq(fields.id, field.id));
  await tx
    .update(profiles)
    .set({ revision: sql`${profiles.revision} + 1` })
    .where(eq(profiles.id, profile.id));
  return { lacking: required ? profile.counts.contacts - (await valuesOf(tx, profile.id, field)) : 0 };
}
