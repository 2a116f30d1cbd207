import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { memberTable } from "#db/member-table.ts";
import { compileRule, type ProfileMembers, type RuleContext } from "./compile.ts";
import { FIELDS, makeMembers, someDay, someMembers, somePoints, someText, TODAYS, ZONES } from "./members-for-tests.ts";
import { OPERATORS, type SubjectType } from "./operators.ts";
import { matches, type TestWorld } from "./oracle-for-tests.ts";
import { parseRule } from "./parse-rule.ts";
import type { Rule } from "./rule.ts";
import { STATUSES } from "./subject.ts";

const OWN = 1;
const OTHER = 2;
const members = someMembers(200);
const others = someMembers(300).filter((_, at) => at % 3 === 0);
/** A virtual profile over the very table that is asked, and one over the other. */
const virtual: Rule = {
  any: [
    { field: "vip", op: "yes" },
    { field: "city", op: "contains", value: "e" },
  ],
};

beforeAll(async () => {
  await makeMembers(OWN, members);
  await makeMembers(OTHER, others);
});

const subjects: { name: string; type: SubjectType }[] = [
  ...FIELDS.map(({ name, type }) => ({ name, type })),
  { name: "email", type: "email" },
  { name: "Status", type: "status" },
  { name: "added", type: "added" },
  { name: "CITY", type: "text" },
];

const textValue = fc.oneof(
  someText,
  fc.constantFrom("pérez", "Oro", "oro", "+569", "@EXAMPLE", "m1á", "a_b", "ã", "ê"),
);
const VALUES = {
  text: textValue,
  list: fc.array(textValue, { maxLength: 12 }),
  number: somePoints,
  numbers: fc.tuple(somePoints, somePoints),
  date: someDay,
  dates: fc.tuple(someDay, someDay),
  offset: fc.integer({ min: -40, max: 40 }),
  days: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(700_000)),
  nothing: fc.constant(undefined),
} as const;

const onField: fc.Arbitrary<Rule> = fc.constantFrom(...subjects).chain(({ name, type }) =>
  fc.constantFrom(...OPERATORS[type]).chain(({ op, takes }) => {
    const value: fc.Arbitrary<unknown> = type === "status" ? fc.constantFrom(...STATUSES) : VALUES[takes];
    return value.map(
      (given) => (given === undefined ? { field: name, op } : { field: name, op, value: given }) as Rule,
    );
  }),
);
const inOrNot = fc.constantFrom("in" as const, "not in" as const);
const condition: fc.Arbitrary<Rule> = fc.oneof(
  { arbitrary: onField, weight: 8 },
  {
    arbitrary: fc.record({ profile: fc.constantFrom("other", "own", "virtual", "virtual-other"), op: inOrNot }),
    weight: 2,
  },
  { arbitrary: fc.record({ import: fc.constantFrom(1, 2, 3), op: inOrNot }), weight: 1 },
);
const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    condition,
    fc.record({ all: fc.array(tie("rule"), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("rule"), { maxLength: 3 }) }),
    fc.record({ none: fc.array(tie("rule"), { maxLength: 3 }) }),
  ),
}));
const clock = fc.record({ today: fc.constantFrom(...TODAYS), timeZone: fc.constantFrom(...ZONES) });

const contextOf = (profileId: number, where: { today: string; timeZone: string }): RuleContext => ({
  table: memberTable(profileId, FIELDS),
  fields: FIELDS,
  keyKind: "email",
  profiles: new Map(),
  ...where,
});

function databaseProfiles(where: { today: string; timeZone: string }): Map<string, ProfileMembers> {
  return new Map([
    ["own", { id: OWN, where: null }],
    ["other", { id: OTHER, where: null }],
    ["virtual", { id: OWN, where: compileRule(virtual, contextOf(OWN, where)) }],
    ["virtual-other", { id: OTHER, where: compileRule(virtual, contextOf(OTHER, where)) }],
  ]);
}

function worldOf(where: { today: string; timeZone: string }): TestWorld {
  const keys = (list: typeof members) => new Set(list.map((each) => each.key));
  const empty = { ...where, profiles: {} };
  const virtuals = (list: typeof members) => keys(list.filter((each) => matches(virtual, each, empty)));
  const profiles = {
    own: keys(members),
    other: keys(others),
    virtual: virtuals(members),
    "virtual-other": virtuals(others),
  };
  return { ...where, profiles };
}

const found = async (given: Rule, where: { today: string; timeZone: string }): Promise<string[]> => {
  const context = { ...contextOf(OWN, where), profiles: databaseProfiles(where) };
  const rows = await db
    .select({ key: memberTable(OWN).key })
    .from(memberTable(OWN))
    .where(compileRule(parseRule(given), context));
  return rows.map(({ key }) => key).sort();
};

const expected = (given: Rule, where: { today: string; timeZone: string }): string[] => {
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
