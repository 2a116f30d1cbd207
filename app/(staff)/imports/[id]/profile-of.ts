import type { Import } from "#lib/imports/import.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { profileById } from "#lib/profiles/queries.ts";
import type { Person } from "#lib/staff/permissions.ts";

/** The profile of an import; null when it was deleted, for the log outlives it. */
export async function profileOf(person: Person, { profileId }: Pick<Import, "profileId">): Promise<Profile | null> {
  try {
    return await profileById(person, profileId);
  } catch (error) {
    if (error instanceof Problem && error.kind === "not_found") return null;
    throw error;
  }
}
