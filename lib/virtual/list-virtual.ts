import { listProfiles, profileNames } from "#lib/profiles/queries.ts";
import { describeRule } from "#lib/rules/describe.ts";
import type { Person } from "#lib/staff/permissions.ts";
import type { Words } from "#lib/text/words.ts";
import { keptRule } from "./kept-rule.ts";
import { ruleNames } from "./rule-names.ts";

/** A Virtual profile as their list shows it; `words`: its rules as a sentence, null when they cannot be read. */
export type ListedVirtual = {
  id: number;
  name: string;
  source: { id: number; name: string };
  words: Words | null;
  createdAt: Date;
};

/** The Virtual profiles by name, but for those that are archived. */
export async function listVirtual(person: Person): Promise<ListedVirtual[]> {
  const profiles = await listProfiles(person, { type: "virtual" });
  const rules = profiles.map(keptRule);
  const [names, sources] = await Promise.all([
    ruleNames(rules.filter((rule) => rule !== null)),
    profileNames(profiles.flatMap(({ sourceId }) => sourceId ?? [])),
  ]);
  return profiles.map(({ id, name, sourceId, createdAt }, at) => {
    const rule = rules[at];
    const source = { id: sourceId ?? 0, name: sources.get(sourceId ?? 0) ?? "" };
    return { id, name, source, words: rule ? describeRule(rule, names) : null, createdAt };
  });
}
