import { authorize, type Person } from "#lib/staff/permissions.ts";
import { ruleVersion } from "./queries.ts";
import { saveRules } from "./save-rules.ts";

/**
 * Gives a Virtual profile the rules of an earlier version again, as a new one; `seen` as of `saveRules`, which says
 * also what is thrown when they do not fit the source any more.
 */
export async function bringBackVersion(
  person: Person,
  profileId: number,
  versionId: number,
  seen: number | null,
): Promise<void> {
  authorize(person, "profiles.edit");
  const { rules } = await ruleVersion(person, profileId, versionId);
  await saveRules(person, profileId, rules, seen);
}
