import { brokenRules } from "#lib/contacts/rule-faults.ts";
import { Problem, wordsOf } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { RuleFault } from "#lib/rules/check-rule.ts";
import { describeCondition, describeRule } from "#lib/rules/describe.ts";
import { parseRule } from "#lib/rules/parse-rule.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { conditionsOf } from "#lib/rules/walk-rule.ts";
import type { Words } from "#lib/text/words.ts";
import { ruleNames } from "./rule-names.ts";

/** The rules of a Virtual profile as they are kept; null when they are none, which only a damaged database holds. */
export function keptRule({ rules }: Profile): Rule | null {
  try {
    return parseRule(rules);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** Whom a Virtual profile means now: nobody while its rules do not fit. */
export async function presentMeaning(profile: Profile): Promise<Rule> {
  const rule = keptRule(profile);
  return rule !== null && (await brokenRules(profile)).length === 0 ? rule : { any: [] };
}

/** Who is meant, as a sentence; null when the rules are none. */
export async function rulesInWords(profile: Profile): Promise<Words | null> {
  const rule = keptRule(profile);
  return rule && describeRule(rule, await ruleNames([rule]));
}

/** Each fault with the condition that it is in, in words. */
export async function faultsInWords(
  profile: Profile,
  faults: readonly RuleFault[],
): Promise<{ condition: Words | null; message: Words }[]> {
  const rule = keptRule(profile);
  const names = await ruleNames(rule ? [rule] : []);
  const conditions = rule ? [...conditionsOf(rule)] : [];
  return faults.map((fault) => {
    const { path } = fault;
    const at = conditions.find((each) => path === each.path || path.startsWith(`${each.path}.`) || each.path === "");
    return { condition: at ? describeCondition(at.condition, names) : null, message: wordsOf(fault) };
  });
}
