import { db } from "#db/client.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { countMatching, countVirtual, type MatchCount } from "./count-matching.ts";
import { readRules } from "./read-rules.ts";
import { sourceOf } from "./source.ts";

/**
 * How many members of the profile (of a Virtual one, of its source) match rules that a program sends. Without any, how
 * many the profile has: of a Virtual one by its own rules. Throws as `readRules`, with paths below `rules`, and `countMatching`.
 */
export async function countAsked(person: Person, profile: Profile, rules: unknown): Promise<MatchCount> {
  authorize(person, "profiles.view");
  if (rules === undefined) {
    return profile.type === "virtual" ? countVirtual(person, profile) : countMatching(person, profile, null);
  }
  const source = await sourceOf(db, profile);
  const self = profile.type === "virtual" ? profile.key : undefined;
  return countMatching(person, source, await readRules(rules, { source, self, at: "rules" }));
}
