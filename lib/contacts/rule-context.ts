import { inArray, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { type MemberTable, memberTable } from "#db/member-table.ts";
import { profiles } from "#db/schema.ts";
import { environment } from "#lib/environment.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { withFieldsOf } from "#lib/profiles/queries.ts";
import { compileRule, type ProfileMembers, type RuleContext } from "#lib/rules/compile.ts";
import { todayIn } from "#lib/rules/days.ts";
import { parseRule } from "#lib/rules/parse-rule.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { mentionsOf } from "#lib/rules/walk-rule.ts";
import { brokenRules } from "./rule-faults.ts";

/**
 * What `compileRule` needs for a rule over a profile's table (of a Virtual one, its source's), as of today. `table`: the
 * same under another name, where a statement has it so.
 */
export async function ruleContext(profile: Profile, rule: Rule, table?: MemberTable): Promise<RuleContext> {
  const { fields, keyKind } = profile;
  const timeZone = environment().TIME_ZONE;
  return {
    table: table ?? memberTable(ownerOf(profile), fields),
    fields,
    keyKind,
    today: todayIn(timeZone),
    timeZone,
    profiles: await membersOfMentioned([...mentionsOf(rule).profiles]),
  };
}

/** Who of its source's members a Virtual profile means: nobody while its rules do not fit what is there (any more). */
export async function virtualWhere(profile: Profile, table?: MemberTable): Promise<SQL> {
  if ((await brokenRules(profile)).length > 0) return sql`false`;
  const rule = parseRule(profile.rules);
  return compileRule(rule, await ruleContext(profile, rule, table));
}

/** The profile whose table holds the members. */
export const ownerOf = ({ id, sourceId }: Pick<Profile, "id" | "sourceId">): number => sourceId ?? id;

async function membersOfMentioned(keys: string[]): Promise<Map<string, ProfileMembers>> {
  if (keys.length === 0) return new Map();
  const rows = await db.select().from(profiles).where(inArray(profiles.key, keys));
  const found = new Map<string, ProfileMembers>();
  for (const profile of await withFieldsOf(db, rows)) {
    const where = profile.type === "virtual" ? await virtualWhere(profile) : null;
    found.set(profile.key, { id: ownerOf(profile), where });
  }
  return found;
}
