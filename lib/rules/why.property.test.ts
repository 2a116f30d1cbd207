import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { matches, type TestMember, type TestWorld } from "./oracle-for-tests.ts";
import { clock, contextAt, makeBoth, members, rule, worldOf } from "./rules-for-tests.ts";
import { type Explanation, explainRule } from "./why.ts";

beforeAll(makeBoth);

/** Each condition for itself, and each group as the sum of its parts. */
function expectMeaning(explained: Explanation, member: TestMember, world: TestWorld): void {
  if (explained.kind === "condition") {
    expect(explained.matches).toBe(matches(explained.condition, member, world));
    return;
  }
  for (const part of explained.parts) expectMeaning(part, member, world);
}

test("why somebody is in or out is what membership says, and so each condition of it", async () => {
  await fc.assert(
    fc.asyncProperty(rule, clock, fc.constantFrom(...members), async (given, where, member) => {
      const explained = await explainRule(given, contextAt(where), member.key);
      const world = worldOf(where);
      expect(explained?.matches).toBe(matches(given, member, world));
      if (explained) expectMeaning(explained, member, world);
    }),
    { numRuns: 200 },
  );
}, 60_000);
