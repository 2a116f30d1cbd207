import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { profiles, ruleVersions } from "#db/schema.ts";
import { groupOf, type Rule } from "#lib/rules/rule.ts";
import { normalName } from "#lib/rules/walk-rule.ts";

/** Rules know fields by name: those of the virtual profiles built on the profile, and their earlier versions, follow. */
export async function renameInRules(tx: Tx, profileId: number, from: string, to: string): Promise<void> {
  const built = await tx
    .select({ id: profiles.id, rules: profiles.rules })
    .from(profiles)
    .where(eq(profiles.sourceId, profileId));
  for (const { id, rules } of built) {
    await tx
      .update(profiles)
      .set({ rules: renamed(rules as Rule, from, to) })
      .where(eq(profiles.id, id));
    const versions = await tx.select().from(ruleVersions).where(eq(ruleVersions.profileId, id));
    for (const version of versions) {
      await tx
        .update(ruleVersions)
        .set({ rules: renamed(version.rules as Rule, from, to) })
        .where(eq(ruleVersions.id, version.id));
    }
  }
}

/** The rule with one name of a field in the place of another. */
export function renamed(rule: Rule, from: string, to: string): Rule {
  const group = groupOf(rule);
  if (group) return { [group.kind]: group.rules.map((inner) => renamed(inner, from, to)) } as Rule;
  return "field" in rule && normalName(rule.field) === normalName(from) ? { ...rule, field: to } : rule;
}
