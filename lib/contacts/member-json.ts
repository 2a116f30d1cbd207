import { toJsonValue } from "#lib/fields/json-value.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Member } from "./list-members.ts";

/** A member as the API answers it. A field called `__proto__` is a name like any other. */
export function memberJson({ key, status, values, createdAt, updatedAt }: Member, { keyKind, fields }: Profile) {
  return {
    [keyKind]: key,
    status,
    fields: Object.fromEntries(fields.map((field) => [field.name, toJsonValue(field, values[field.id] ?? null)])),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
