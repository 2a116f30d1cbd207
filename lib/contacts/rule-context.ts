import { inArray, type SQL } from "drizzle-orm";
import { db } from "#db/client.ts";
import { memberTable } from "#db/member-table.ts";
import { profiles } from "#db/schema.ts";
import { environment } from "#lib/environment.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { withFieldsOf } from "#lib/profiles/queries.ts";
import { compileRule, type ProfileMembers, type RuleContext } from "#lib/rules/compile.ts";
import { todayIn } from "#lib/rules/days.ts";
import { parseRule } from "#lib/rules/parse-rule.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { conditionsOf, mentionsOf } from "#lib/rules/walk-rule.ts";

/** What `compileRule` needs for a rule over a profile's table (of a Virtual one, its source's), as of today. */
export async function ruleContext(
  profile: Profile,
  rule: Rule,
  depth = 0,
): Promise<RuleContext & { profiles: ReadonlyMap<string, Mentioned> }> {
  const { fields, keyKind } = profile;
  const timeZone = environment().TIME_ZONE;
  const mentioned = await membersOfMentioned([...mentionsOf(rule).profiles], depth);
  if (conditionsIn(rule, mentioned) > MAX_CONDITIONS) throw tooMany(profile);
  return {
    table: memberTable(ownerOf(profile), fields),
    fields,
    keyKind,
    today: todayIn(timeZone),
    timeZone,
    profiles: mentioned,
  };
}

/** Who of its source's members a Virtual profile means. Throws Problem `invalid` when its rules do not fit any more. */
export async function virtualWhere(profile: Profile, depth = 0): Promise<SQL> {
  return (await membersOf(profile, depth)).where;
}

/** The profile whose table holds the members. */
export const ownerOf = ({ id, sourceId }: Pick<Profile, "id" | "sourceId">): number => sourceId ?? id;

/** Virtual profiles may name others; more than these nobody follows. */
const MAX_DEPTH = 5;
/** Of a rule together with those of the profiles that it names: what the database looks at for each member. */
const MAX_CONDITIONS = 1_000;

type Mentioned = ProfileMembers & { conditions: number };

async function membersOfMentioned(keys: string[], depth: number): Promise<Map<string, Mentioned>> {
  if (keys.length === 0) return new Map();
  const rows = await db.select().from(profiles).where(inArray(profiles.key, keys));
  const found = new Map<string, Mentioned>();
  for (const profile of await withFieldsOf(db, rows)) {
    const members = profile.type === "virtual" ? await membersOf(profile, depth + 1) : { where: null, conditions: 0 };
    found.set(profile.key, { id: ownerOf(profile), ...members });
  }
  return found;
}

async function membersOf(profile: Profile, depth: number): Promise<{ where: SQL; conditions: number }> {
  if (depth > MAX_DEPTH) {
    throw new Problem("invalid", "rule_in_circles", `The rules of “${profile.name}” lead back to itself. Change them.`);
  }
  const rule = parseRule(profile.rules);
  const context = await ruleContext(profile, rule, depth);
  return { where: compileRule(rule, context), conditions: conditionsIn(rule, context.profiles) };
}

/** Each mention of a Virtual profile brings all of its conditions along. */
function conditionsIn(rule: Rule, mentioned: ReadonlyMap<string, Mentioned>): number {
  let count = 0;
  for (const { condition } of conditionsOf(rule)) {
    count += 1 + ("profile" in condition ? (mentioned.get(condition.profile)?.conditions ?? 0) : 0);
  }
  return count;
}

const tooMany = ({ name }: Profile) =>
  new Problem(
    "invalid",
    "rule_too_many_conditions",
    `The rules over “${name}” name virtual profiles whose rules name others, and come to more than ${MAX_CONDITIONS.toLocaleString("en")} conditions together. Name fewer.`,
  );
