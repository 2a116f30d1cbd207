import { eq, sql } from "drizzle-orm";
import { dropFieldColumn } from "#db/member-table.ts";
import { fields, profiles } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { words } from "#lib/text/words.ts";
import { changeProfile } from "../change-profile.ts";
import { assertUnused, dependentsOnFields, fieldsWithout } from "../dependents.ts";
import { assertNoRowsWait } from "../imports-underway.ts";
import { valuesOf } from "./count-values.ts";
import { fieldOf } from "./find-field.ts";

/** Deletes a field with its values; answers how many are lost. Throws Problem `in_use` or `import_underway`. */
export async function deleteField(person: Person, profileId: number, fieldId: number): Promise<number> {
  authorize(person, "profiles.edit");
  return changeProfile(profileId, async (tx, profile) => {
    const field = fieldOf(profile, fieldId);
    assertUnused(
      await dependentsOnFields(tx, profile, fieldsWithout(profile, field)),
      words("The field “{name}”", { name: field.name }),
    );
    await assertNoRowsWait(tx, profile);
    const lost = await valuesOf(tx, profileId, field);
    await dropFieldColumn(tx, profileId, fieldId);
    await tx.delete(fields).where(eq(fields.id, fieldId));
    await tx
      .update(profiles)
      .set({ revision: sql`${profiles.revision} + 1` })
      .where(eq(profiles.id, profileId));
    await recordAudit(tx, person, "field-deleted", { profileId, fieldId, values: lost });
    return lost;
  });
}
