import { inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports, profiles } from "#db/schema.ts";
import { describeRule, type RuleNames } from "#lib/rules/describe.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { mentionsOf } from "#lib/rules/walk-rule.ts";
import type { Words } from "#lib/text/words.ts";

/** The names of the profiles and imports that rules mention, for `describeRule`. */
export async function ruleNames(rules: readonly Rule[]): Promise<Required<RuleNames>> {
  const mentions = rules.map(mentionsOf);
  const keys = [...new Set(mentions.flatMap((each) => [...each.profiles]))];
  const ids = [...new Set(mentions.flatMap((each) => [...each.imports]))];
  const named = keys.length === 0 ? [] : await db.select().from(profiles).where(inArray(profiles.key, keys));
  const logs = ids.length === 0 ? [] : await db.select().from(imports).where(inArray(imports.id, ids));
  return {
    profiles: new Map(named.map(({ key, name }) => [key, name])),
    imports: new Map(logs.map(({ id, reference, fileName }) => [id, reference || fileName])),
  };
}

/** Who a rule means, as a sentence. */
export const rulesWords = async (rule: Rule): Promise<Words> => describeRule(rule, await ruleNames([rule]));
