import { brokenRules } from "#lib/contacts/rule-faults.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { listProfiles } from "#lib/profiles/queries.ts";
import type { Person } from "#lib/staff/permissions.ts";

/** The Virtual profiles that mean nobody because their rules do not fit what is there any more, by name. */
export async function brokenProfiles(person: Person): Promise<Profile[]> {
  const broken: Profile[] = [];
  for (const profile of await listProfiles(person, { type: "virtual" })) {
    if ((await brokenRules(profile)).length > 0) broken.push(profile);
  }
  return broken;
}
