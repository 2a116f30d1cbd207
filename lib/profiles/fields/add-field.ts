import { addFieldColumn } from "#db/member-table.ts";
import { fields } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import type { Field } from "#lib/fields/field.ts";
import { type FieldInput, MAX_FIELDS } from "#lib/fields/field-input.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { words } from "#lib/text/words.ts";
import { assertOwnMembers } from "../assert-own-members.ts";
import { changeProfile } from "../change-profile.ts";
import { nameTakenOr } from "../unique-names.ts";
import { assertNameFree } from "./find-field.ts";

/** Adds a field after the others; it is empty for every member. Throws Problem `field_name_taken` or `too_many_fields`. */
export async function addField(person: Person, profileId: number, input: FieldInput): Promise<Field> {
  authorize(person, "profiles.edit");
  try {
    return await changeProfile(profileId, async (tx, profile) => {
      assertOwnMembers(profile);
      assertNameFree(profile, input.name);
      if (profile.fields.length >= MAX_FIELDS) throw tooMany();
      const position = Math.max(-1, ...profile.fields.map((field) => field.position)) + 1;
      const [made] = await tx
        .insert(fields)
        .values({ ...input, profileId, position })
        .returning();
      if (!made) throw new Error("An insert answered no row.");
      await addFieldColumn(tx, profileId, made);
      await recordAudit(tx, person, "field-added", { profileId, fieldId: made.id });
      return made;
    });
  } catch (error) {
    throw nameTakenOr(error, input.name);
  }
}

const tooMany = () =>
  new Problem(
    "conflict",
    "too_many_fields",
    words("A profile may have {most, number} fields. Delete one first.", { most: MAX_FIELDS }),
  );
