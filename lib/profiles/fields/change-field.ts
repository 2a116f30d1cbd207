import type { Field } from "#lib/fields/field.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { changeProfile } from "../change-profile.ts";
import { type FieldChange, retypeInput } from "../input.ts";
import { loadProfile } from "../queries.ts";
import { nameTakenOr } from "../unique-names.ts";
import { editIn } from "./edit-field.ts";
import { fieldOf } from "./find-field.ts";
import { moveIn } from "./move-field.ts";
import { retypeIn } from "./retype-field.ts";

/** For a program: name, type, options, required and position in one change. Throws what those throw, and then nothing changed. */
export async function changeField(
  person: Person,
  profileId: number,
  fieldId: number,
  { type, position, dateOrder, decimal, mayEmpty, ...patch }: FieldChange,
): Promise<Field> {
  authorize(person, "profiles.edit");
  try {
    return await changeProfile(profileId, async (tx, profile) => {
      const field = fieldOf(profile, fieldId);
      const retypes = type !== undefined && type !== field.type;
      if (retypes) {
        const { options } = patch;
        await retypeIn(tx, person, profile, field, retypeInput.parse({ type, options, dateOrder, decimal, mayEmpty }));
      }
      const { options: _, ...others } = patch;
      const present = await loadProfile(tx, profileId);
      await editIn(tx, person, present, fieldOf(present, fieldId), retypes ? others : patch);
      if (position !== undefined) await moveIn(tx, person, present, fieldOf(present, fieldId), position);
      return fieldOf(await loadProfile(tx, profileId), fieldId);
    });
  } catch (error) {
    throw nameTakenOr(error, patch.name ?? "");
  }
}
