import type { Profile } from "#lib/profiles/profile.ts";
import type { Rule } from "#lib/rules/rule.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { countMatching, type MatchCount } from "./count-matching.ts";
import { type SampledMember, sampleMatching } from "./sample-matching.ts";

/**
 * How many members of `source` match, and some of them: no more are looked for than there are, which would mean reading
 * everybody once more. Throws as `countMatching` does.
 */
export async function countAndSample(
  person: Person,
  source: Profile,
  rule: Rule,
  signal?: AbortSignal,
): Promise<{ count: MatchCount; sample: SampledMember[] }> {
  const count = await countMatching(person, source, rule, signal);
  const some = Math.min(count.count, SAMPLE);
  return { count, sample: some === 0 ? [] : await sampleMatching(person, source, rule, some, signal) };
}

const SAMPLE = 10;
