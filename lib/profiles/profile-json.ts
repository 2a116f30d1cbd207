import type { Field } from "#lib/fields/field.ts";
import type { Profile } from "./profile.ts";

/** A profile as the API answers it. `sourceKey`: of a virtual one. */
export function profileJson(profile: Profile, sourceKey?: string) {
  const { key, name, type, description, counts, fields, rules, createdAt } = profile;
  return {
    key,
    name,
    type,
    description,
    counts,
    fields: fields.map(fieldJson),
    ...(type === "virtual" ? { source: sourceKey, rules } : {}),
    createdAt: createdAt.toISOString(),
  };
}

export const fieldJson = ({ name, type, required, options }: Field) => ({
  name,
  type,
  required,
  ...(type === "choice" ? { options } : {}),
});
