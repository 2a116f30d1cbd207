import { inArray } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { imports, profiles } from "#db/schema.ts";
import { detailOf, Problem, wordsOf } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { withFieldsOf } from "#lib/profiles/queries.ts";
import { checkRule, type RuleFault } from "#lib/rules/check-rule.ts";
import { parseRule } from "#lib/rules/parse-rule.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { conditionsOf, joinPath, mentionsOf } from "#lib/rules/walk-rule.ts";
import { type Words, words } from "#lib/text/words.ts";

/**
 * Where the rules of a Virtual profile, as they are kept, do not fit what is there now; empty when all do. While there
 * is a fault the profile means nobody: leaving one condition out would mean other people than those who were wanted.
 */
export async function brokenRules(profile: Profile, from: Db | Tx = db): Promise<RuleFault[]> {
  if (profile.type !== "virtual") return [];
  const rule = readKept(profile);
  return Array.isArray(rule) ? rule : faultsInRule(profile, rule, { self: profile.key, from });
}

/** Throws Problem `rules_broken` for a Virtual profile that means nobody because of them: its numbers would be taken for true. */
export async function assertRulesFit(profile: Profile): Promise<void> {
  const [fault] = await brokenRules(profile);
  if (!fault) return;
  const message = words("The rules of “{name}” are broken, so nobody is in it: {fault}", {
    name: profile.name,
    fault: wordsOf(fault),
  });
  throw new Problem("conflict", "rules_broken", message);
}

/**
 * All that does not fit in rules over a profile (or over a Virtual one's source): its fields, the profiles and the
 * imports that they name. Rules that name a profile whose own rules are broken do not fit either, nor do those of
 * `self`, a Virtual profile's key, that lead back to it.
 */
export async function faultsInRule(
  profile: Profile,
  rule: Rule,
  { self, from = db }: { self?: string; from?: Db | Tx } = {},
): Promise<RuleFault[]> {
  const visits: Visits = new Map(self === undefined ? [] : [[self, "open"]]);
  return (await look(profile, rule, visits, from)).faults;
}

/** So many Virtual profiles may name one another in a row: each is a query within a query. */
export const MAX_CHAIN = 5;
/** Of a rule together with those of the profiles that it names: what the database looks at for each member. */
const MAX_CONDITIONS = 1_000;

/** What is known of a Virtual profile that rules name: `open` while its own rules are being looked at. */
type Visit = "open" | { wrong: Words | null; conditions: number; chain: number; isCircle: boolean };
type Visits = Map<string, Visit>;

async function look(
  profile: Profile,
  rule: Rule,
  visits: Visits,
  from: Db | Tx,
): Promise<{ faults: RuleFault[]; conditions: number; chain: number; isCircle: boolean }> {
  const mentions = mentionsOf(rule);
  const named = await profilesNamed([...mentions.profiles], from);
  const faults = [
    ...checkRule(rule, profile.fields, profile.keyKind, named),
    ...(await faultsOfImports(profile, rule, [...mentions.imports], from)),
  ];
  let conditions = 0;
  let chain = 1;
  let isCircle = false;
  for (const { condition, path } of conditionsOf(rule)) {
    conditions++;
    const other = "profile" in condition ? named.get(condition.profile) : undefined;
    if (other?.type !== "virtual") continue;
    const visit = await visited(other, visits, from);
    conditions += visit.conditions;
    chain = Math.max(chain, visit.chain + 1);
    isCircle ||= visit.isCircle;
    const wrong = visit.wrong ?? (chain > MAX_CHAIN ? TOO_LONG : null);
    if (wrong !== null) faults.push(detailOf(joinPath(path, "profile"), wrong));
  }
  if (conditions > MAX_CONDITIONS) faults.push(detailOf("", TOO_MANY));
  return { faults, conditions, chain, isCircle };
}

const TOO_LONG = words("More than {most, number} virtual profiles name one another here. Name fewer.", {
  most: MAX_CHAIN,
});
const TOO_MANY = words(
  "These rules name virtual profiles whose rules name others, and come to more than {most, number} conditions together. Name fewer.",
  { most: MAX_CONDITIONS },
);

async function visited(profile: Profile, visits: Visits, from: Db | Tx): Promise<Exclude<Visit, "open">> {
  const { key, name } = profile;
  const known = visits.get(key);
  const circle = words("The rules of “{name}” lead back to where they began, in a circle. Choose another profile.", {
    name,
  });
  if (known === "open") return { wrong: circle, conditions: 0, chain: 0, isCircle: true };
  if (known) return known;
  visits.set(key, "open");
  const rule = readKept(profile);
  const found = Array.isArray(rule)
    ? { faults: rule, conditions: 0, chain: 0, isCircle: false }
    : await look(profile, rule, visits, from);
  const [fault] = found.faults;
  const broken = fault
    ? words("The rules of “{name}” are broken themselves: {fault}", { name, fault: wordsOf(fault) })
    : null;
  const visit = { ...found, wrong: found.isCircle ? circle : broken };
  visits.set(key, visit);
  return visit;
}

/** The rules as they are kept, or why they are none. */
function readKept(profile: Profile): Rule | RuleFault[] {
  try {
    return parseRule(profile.rules);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.details.length > 0 ? [...error.details] : [detailOf("", error.words)];
  }
}

async function profilesNamed(keys: string[], from: Db | Tx): Promise<Map<string, Profile>> {
  if (keys.length === 0) return new Map();
  const rows = await from.select().from(profiles).where(inArray(profiles.key, keys));
  return new Map((await withFieldsOf(from, rows)).map((each) => [each.key, each]));
}

async function faultsOfImports(
  { id, sourceId }: Profile,
  rule: Rule,
  ids: number[],
  from: Db | Tx,
): Promise<RuleFault[]> {
  if (ids.length === 0) return [];
  const rows = await from
    .select({ id: imports.id, profileId: imports.profileId })
    .from(imports)
    .where(inArray(imports.id, ids));
  const into = new Map(rows.map((row) => [row.id, row.profileId]));
  return [...conditionsOf(rule)].flatMap(({ condition, path }) => {
    if (!("import" in condition) || into.get(condition.import) === (sourceId ?? id)) return [];
    const which = String(condition.import);
    const message = into.has(condition.import)
      ? words("Import {id} was into another profile, so nobody of this one came with it. Choose another one.", {
          id: which,
        })
      : words("There is no import {id}. Choose another one.", { id: which });
    return [detailOf(joinPath(path, "import"), message)];
  });
}
