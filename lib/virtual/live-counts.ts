import { brokenRules } from "#lib/contacts/rule-faults.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { RuleFault } from "#lib/rules/check-rule.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Words } from "#lib/text/words.ts";
import { countVirtual } from "./count-matching.ts";

/** How many members a profile has at a moment: exact, or why nobody can say. */
export type LiveCounts =
  | { state: "counted"; counts: Profile["counts"]; at: Date }
  /** The rules do not fit what is there any more: the profile means nobody. */
  | { state: "broken"; faults: readonly RuleFault[]; counts: Profile["counts"] }
  | { state: "too_slow"; words: Words };

/** Of a Virtual profile by its rules, as they match now; others keep their counts. */
export async function liveCounts(person: Person, profile: Profile): Promise<LiveCounts> {
  authorize(person, "profiles.view");
  if (profile.type !== "virtual") return { state: "counted", counts: profile.counts, at: new Date() };
  const faults = await brokenRules(profile);
  if (faults.length > 0) return { state: "broken", faults, counts: NOBODY };
  try {
    return await countNow(person, profile);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "rule_too_slow") throw error;
    return { state: "too_slow", words: error.words };
  }
}

const NOBODY = { contacts: 0, active: 0, unsubscribed: 0, bounced: 0 };

async function countNow(person: Person, profile: Profile): Promise<LiveCounts> {
  const at = new Date();
  const { count, active, unsubscribed, bounced } = await countVirtual(person, profile);
  return { state: "counted", counts: { contacts: count, active, unsubscribed, bounced }, at };
}
