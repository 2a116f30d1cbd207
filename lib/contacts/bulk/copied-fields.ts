import type { Field } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { normalName } from "#lib/rules/walk-rule.ts";

/** Fields of the target whose values come along: those that the source has with the same name and type. */
export function copiedFields(source: Profile | null, target: Profile): { from: Field; to: Field }[] {
  return target.fields.flatMap((to) => {
    const from = source?.fields.find(
      (field) => normalName(field.name) === normalName(to.name) && field.type === to.type,
    );
    return from ? [{ from, to }] : [];
  });
}
