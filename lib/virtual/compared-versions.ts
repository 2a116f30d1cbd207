import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { profileById } from "#lib/profiles/queries.ts";
import { describeRule } from "#lib/rules/describe.ts";
import type { Rule } from "#lib/rules/rule.ts";
import type { Person } from "#lib/staff/permissions.ts";
import type { Words } from "#lib/text/words.ts";
import { compareRules, type RuleChange } from "./compare-rules.ts";
import { presentMeaning } from "./kept-rule.ts";
import { listRuleVersions, type RuleVersion } from "./queries.ts";
import { ruleNames } from "./rule-names.ts";

/** A version as a sentence, with what it would change today against the present rules; null where that cannot be said. */
export type ComparedVersion = RuleVersion & {
  words: Words;
  change: { gained: number; lost: number } | null;
  /** Why it cannot. */
  wrong: Words | null;
};

/** The versions of a Virtual profile's rules, the present one first. Only the latest few are compared: each is counted. */
export async function comparedVersions(person: Person, profile: Profile): Promise<ComparedVersion[]> {
  const versions = await listRuleVersions(person, profile.id);
  const names = await ruleNames(versions.map(({ rules }) => rules));
  const source = await profileById(person, profile.sourceId ?? 0);
  const present = await presentMeaning(profile);
  const compared: ComparedVersion[] = [];
  for (const [at, version] of versions.entries()) {
    const words = describeRule(version.rules, names);
    const found = at < COMPARED ? await versionChange(person, source, { present, rules: version.rules }) : null;
    compared.push({ ...version, words, ...(found ?? { change: null, wrong: null }) });
  }
  return compared;
}

const COMPARED = 10;

/** What it would do today to put `rules` in the place of the present ones; or why that cannot be said. */
export async function versionChange(
  person: Person,
  source: Profile,
  { present, rules, samples = 0 }: { present: Rule; rules: Rule; samples?: number },
): Promise<{ change: RuleChange; wrong: null } | { change: null; wrong: Words }> {
  try {
    return { change: await compareRules(person, source, present, rules, { samples }), wrong: null };
  } catch (error) {
    if (error instanceof Problem) return { change: null, wrong: error.words };
    throw error;
  }
}
