import { faultsInRule } from "#lib/contacts/rule-faults.ts";
import { Problem, type ProblemDetail, wordsOf } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { parseRule } from "#lib/rules/parse-rule.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { joinPath } from "#lib/rules/walk-rule.ts";

/**
 * JSON → a rule that fits the members of `source`. `self`: the key of the Virtual profile that the rules are for, which
 * they must not lead back to. Throws Problem `invalid` with a sentence for each wrong part; its paths are below `at`.
 */
export async function readRules(
  json: unknown,
  { source, self, at = "" }: { source: Profile; self?: string; at?: string },
): Promise<Rule> {
  try {
    const rule = parseRule(json);
    const faults = await faultsInRule(source, rule, { self });
    if (faults.length > 0) throw unfit(faults);
    return rule;
  } catch (error) {
    throw error instanceof Problem ? below(at, error) : error;
  }
}

const unfit = (faults: ProblemDetail[]) =>
  new Problem("invalid", "rule_does_not_fit", faults[0] ? wordsOf(faults[0]) : "", faults.slice(0, 100));

/** The problem with its paths below `at`: always with one, for a program looks there. */
function below(at: string, { kind, code, words, details }: Problem): Problem {
  const places = details.length > 0 ? details : [{ path: "", words }];
  return new Problem(
    kind,
    code,
    words,
    places.map((detail) => ({ path: joinPath(at, detail.path), message: detail.words })),
  );
}
