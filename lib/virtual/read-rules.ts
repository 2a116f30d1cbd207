import { inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports, profiles } from "#db/schema.ts";
import { ruleContext } from "#lib/contacts/rule-context.ts";
import { Problem, type ProblemDetail } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { withFieldsOf } from "#lib/profiles/queries.ts";
import { checkRule } from "#lib/rules/check-rule.ts";
import { compileRule } from "#lib/rules/compile.ts";
import { parseRule } from "#lib/rules/parse-rule.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { conditionsOf, joinPath, mentionsOf } from "#lib/rules/walk-rule.ts";

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
    const faults = await faultsOf(rule, source, self);
    if (faults.length > 0) throw unfit(faults);
    compileRule(rule, await ruleContext(source, rule));
    return rule;
  } catch (error) {
    throw error instanceof Problem ? below(at, error) : error;
  }
}

async function faultsOf(rule: Rule, source: Profile, self?: string): Promise<ProblemDetail[]> {
  const known = await withFieldsOf(db, await named(mentionsOf(rule).profiles));
  const byKey = new Map(known.map((profile) => [profile.key, profile]));
  return [
    ...checkRule(rule, source.fields, source.keyKind, byKey),
    ...(await faultsOfImports(rule, source)),
    ...(self === undefined ? [] : await faultsOfCircles(rule, self)),
  ];
}

const named = (keys: Iterable<string>) =>
  db
    .select()
    .from(profiles)
    .where(inArray(profiles.key, [...keys]));

async function faultsOfImports(rule: Rule, source: Profile): Promise<ProblemDetail[]> {
  const ids = [...mentionsOf(rule).imports];
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: imports.id, profileId: imports.profileId })
    .from(imports)
    .where(inArray(imports.id, ids));
  const into = new Map(rows.map(({ id, profileId }) => [id, profileId]));
  return [...conditionsOf(rule)].flatMap(({ condition, path }) => {
    if (!("import" in condition) || into.get(condition.import) === source.id) return [];
    const message = into.has(condition.import)
      ? `Import ${condition.import} was into another profile, so nobody of “${source.name}” came with it. Choose another one.`
      : `There is no import ${condition.import}. Choose another one.`;
    return [{ path: joinPath(path, "import"), message }];
  });
}

/** Each condition on a profile whose own rules, or those of the profiles that they name, name `self`. */
async function faultsOfCircles(rule: Rule, self: string): Promise<ProblemDetail[]> {
  const found: ProblemDetail[] = [];
  for (const { condition, path } of conditionsOf(rule)) {
    if (!("profile" in condition) || !(await leadsTo(condition.profile, self))) continue;
    const message =
      condition.profile === self
        ? "A profile cannot be made of its own members. Choose another one."
        : "The rules of that profile lead back to this one. Choose another one.";
    found.push({ path: joinPath(path, "profile"), message });
  }
  return found;
}

async function leadsTo(key: string, self: string): Promise<boolean> {
  const seen = new Set<string>();
  for (let next = new Set([key]); next.size > 0; ) {
    if (next.has(self)) return true;
    for (const each of next) seen.add(each);
    const rows = await named(next);
    const mentioned = rows.flatMap(({ rules }) => (rules === null ? [] : [...mentionsOf(rules as Rule).profiles]));
    next = new Set(mentioned.filter((each) => !seen.has(each)));
  }
  return false;
}

const unfit = (faults: ProblemDetail[]) =>
  new Problem("invalid", "rule_does_not_fit", faults[0]?.message ?? "", faults.slice(0, 100));

/** The problem with its paths below `at`: always with one, for a program looks there. */
function below(at: string, { kind, code, message, details }: Problem): Problem {
  const places = details.length > 0 ? details : [{ path: "", message }];
  return new Problem(
    kind,
    code,
    message,
    places.map((detail) => ({ path: joinPath(at, detail.path), message: detail.message })),
  );
}
