import { groupOf, type Rule } from "#lib/rules/rule.ts";

/**
 * The rule, for rows that will be in a profile: being in the profile itself (`ownKey`) is true of them, and being in a
 * Virtual one over it is what that one's rules say of them.
 */
export function inPlaceOfMemberships(rule: Rule, ownKey: string, built: ReadonlyMap<string, Rule>): Rule {
  const group = groupOf(rule);
  if (group) {
    return { [group.kind]: group.rules.map((inner) => inPlaceOfMemberships(inner, ownKey, built)) } as Rule;
  }
  if (!("profile" in rule)) return rule;
  const meant = rule.profile === ownKey ? EVERYBODY : built.get(rule.profile);
  if (meant === undefined) return rule;
  const asked = inPlaceOfMemberships(meant, ownKey, built);
  return rule.op === "in" ? asked : { none: [asked] };
}

const EVERYBODY: Rule = { all: [] };
