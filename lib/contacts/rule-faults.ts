import { and, eq, inArray } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { imports, profiles } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { withFieldsOf } from "#lib/profiles/queries.ts";
import { checkRule, type RuleFault } from "#lib/rules/check-rule.ts";
import { parseRule } from "#lib/rules/parse-rule.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { conditionsOf, joinPath, mentionsOf } from "#lib/rules/walk-rule.ts";

/**
 * Where the rules of a Virtual profile, as they are kept, do not fit what is there now; empty when all do. While there
 * is a fault the profile means nobody: leaving one condition out would mean other people than those who were wanted.
 */
export async function brokenRules(profile: Profile, from: Db | Tx = db): Promise<RuleFault[]> {
  return profile.type === "virtual" ? faultsOfKept(profile, [], from) : [];
}

/**
 * All that does not fit in rules over a profile (or over a Virtual one's source): its fields, the profiles and the
 * imports that they name. Rules that name a profile whose own rules are broken, or that lead back to `profile`, do not
 * fit either.
 */
export async function faultsInRule(profile: Profile, rule: Rule, from: Db | Tx = db): Promise<RuleFault[]> {
  return faultsIn(profile, rule, [], from);
}

async function faultsOfKept(profile: Profile, trail: readonly string[], from: Db | Tx): Promise<RuleFault[]> {
  let rule: Rule;
  try {
    rule = parseRule(profile.rules);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.details.length > 0 ? [...error.details] : [{ path: "", message: error.message }];
  }
  return faultsIn(profile, rule, trail, from);
}

/** `trail`: the keys of the profiles whose rules led here. */
async function faultsIn(profile: Profile, rule: Rule, trail: readonly string[], from: Db | Tx): Promise<RuleFault[]> {
  const mentions = mentionsOf(rule);
  const named = await profilesNamed([...mentions.profiles], from);
  const ofImports = await faultsOfImports(profile, rule, [...mentions.imports], from);
  const ofNested: RuleFault[] = [];
  for (const [key, message] of await wrongNested([...named.values()], [...trail, profile.key], from)) {
    for (const { condition, path } of conditionsOf(rule)) {
      if ("profile" in condition && condition.profile === key) {
        ofNested.push({ path: joinPath(path, "profile"), message });
      }
    }
  }
  return [...checkRule(rule, profile.fields, profile.keyKind, named), ...ofImports, ...ofNested];
}

async function profilesNamed(keys: string[], from: Db | Tx): Promise<Map<string, Profile>> {
  if (keys.length === 0) return new Map();
  const rows = await from.select().from(profiles).where(inArray(profiles.key, keys));
  return new Map((await withFieldsOf(from, rows)).map((each) => [each.key, each]));
}

/** So many Virtual profiles may name one another in a row: each is a query within a query. */
export const MAX_CHAIN = 5;

/** By key, what is wrong with the Virtual profiles that a rule names. */
async function wrongNested(
  named: readonly Profile[],
  trail: readonly string[],
  from: Db | Tx,
): Promise<Map<string, string>> {
  const wrong = new Map<string, string>();
  for (const profile of named.filter(({ type }) => type === "virtual")) {
    const message = await wrongInNested(profile, trail, from);
    if (message !== null) wrong.set(profile.key, message);
  }
  return wrong;
}

async function wrongInNested(profile: Profile, trail: readonly string[], from: Db | Tx): Promise<string | null> {
  const { key, name } = profile;
  if (key === trail.at(-1)) return "Rules cannot name the profile that they make. Choose another one.";
  if (trail.includes(key)) return `The rules of “${name}” lead back to this profile. Choose another one.`;
  if (trail.length >= MAX_CHAIN) return `More than ${MAX_CHAIN} virtual profiles name one another here. Name fewer.`;
  const [fault] = await faultsOfKept(profile, trail, from);
  return fault ? `The rules of “${name}” are broken themselves: ${fault.message}` : null;
}

async function faultsOfImports(
  { id, sourceId }: Profile,
  rule: Rule,
  ids: number[],
  from: Db | Tx,
): Promise<RuleFault[]> {
  if (ids.length === 0) return [];
  const rows = await from
    .select({ id: imports.id })
    .from(imports)
    .where(and(inArray(imports.id, ids), eq(imports.profileId, sourceId ?? id)));
  const known = new Set(rows.map((row) => row.id));
  return [...conditionsOf(rule)].flatMap(({ condition, path }) => {
    if (!("import" in condition) || known.has(condition.import)) return [];
    const message = `No import ${condition.import} went into this profile. Choose another one.`;
    return [{ path: joinPath(path, "import"), message }];
  });
}
