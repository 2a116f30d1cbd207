import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import type { MemberTable } from "#db/member-table.ts";
import { compileRule } from "./compile.ts";
import type { Clock } from "./compile-date.ts";
import { matches } from "./oracle-for-tests.ts";
import { parseRule } from "./parse-rule.ts";
import type { Rule } from "./rule.ts";
import { clock, condition, contextAt, makeBoth, members, rule, worldOf } from "./rules-for-tests.ts";

beforeAll(makeBoth);

const found = async (given: Rule, where: Clock): Promise<string[]> => {
  const context = contextAt(where);
  const rows = await db
    .select({ key: context.table.key })
    .from(context.table as MemberTable)
    .where(compileRule(parseRule(given), context));
  return rows.map(({ key }) => key).sort();
};

const expected = (given: Rule, where: Clock): string[] => {
  const world = worldOf(where);
  return members
    .filter((each) => matches(given, each, world))
    .map((each) => each.key)
    .sort();
};

test("each condition finds those whom its meaning finds", async () => {
  await fc.assert(
    fc.asyncProperty(condition, clock, async (given, where) => {
      expect(await found(given, where)).toEqual(expected(given, where));
    }),
    { numRuns: 400 },
  );
}, 60_000);

test("rules in groups find those whom their meaning finds", async () => {
  await fc.assert(
    fc.asyncProperty(rule, clock, async (given, where) => {
      expect(await found(given, where)).toEqual(expected(given, where));
    }),
    { numRuns: 200 },
  );
}, 60_000);
