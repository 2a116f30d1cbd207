import { db } from "#db/client.ts";
import type { Field } from "#lib/fields/field.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { type Dependent, dependentsOf, dependentsOnFields, dependentsOnImport } from "./dependents.ts";
import { waitingImports } from "./imports-underway.ts";
import type { Profile } from "./profile.ts";

export type ProfileEnd = {
  /** Virtual profiles that stand in the way. */
  dependents: Dependent[];
  /** How many imports would be cancelled. */
  waitingImports: number;
};

/** What a page says before a profile is deleted or archived. */
export async function whatDeletionEnds(person: Person, profile: Profile): Promise<ProfileEnd> {
  authorize(person, "profiles.view");
  const [dependents, waiting] = await Promise.all([dependentsOf(db, profile), waitingImports(db, profile.id)]);
  return { dependents, waitingImports: waiting.length };
}

/** What a page says before a profile's fields become these. */
export async function whatFieldsBreak(person: Person, profile: Profile, after: readonly Field[]): Promise<Dependent[]> {
  authorize(person, "profiles.view");
  return dependentsOnFields(db, profile, after);
}

/** What a page says before an import is undone: the virtual profiles that ask who came with it. */
export async function whatAsksForImport(person: Person, importId: number): Promise<Dependent[]> {
  authorize(person, "profiles.view");
  return dependentsOnImport(db, importId);
}
