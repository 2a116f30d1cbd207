import type { Field } from "#lib/fields/field.ts";
import { fieldNameProblems } from "#lib/fields/field-input.ts";
import { Problem } from "#lib/problem.ts";
import { words } from "#lib/text/words.ts";
import type { Profile } from "../profile.ts";

/** The field of this profile with the id. Throws Problem `field_not_found`, also for another profile's. */
export function fieldOf(profile: Profile, fieldId: number): Field {
  const field = profile.type === "virtual" ? undefined : profile.fields.find(({ id }) => id === fieldId);
  if (field) return field;
  throw new Problem("not_found", "field_not_found", words("“{name}” has no such field.", { name: profile.name }));
}

/** As `fieldOf`, by its name, case aside. */
export function fieldNamed(profile: Profile, name: string): Field {
  const wanted = name.normalize("NFC").toLowerCase();
  return fieldOf(profile, profile.fields.find((field) => field.name.toLowerCase() === wanted)?.id ?? 0);
}

/** Throws Problem `field_name_taken` or `field_name_reserved` when no further field of the profile may have this name. */
export function assertNameFree({ fields }: Profile, name: string, except?: Field): void {
  const others = fields.filter(({ id }) => id !== except?.id).map((field) => field.name);
  const found = fieldNameProblems([...others, name]).find(({ path }) => path === `${others.length}.name`);
  if (!found) return;
  const taken = others.some((other) => other.toLowerCase() === name.toLowerCase());
  throw new Problem(taken ? "conflict" : "invalid", taken ? "field_name_taken" : "field_name_reserved", found.words, [
    { path: "name", message: found.words },
  ]);
}
