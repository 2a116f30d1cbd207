import fc from "fast-check";
import { memberTable } from "#db/member-table.ts";
import { compileRule, type ProfileMembers, type RuleContext } from "./compile.ts";
import type { Clock } from "./compile-date.ts";
import { FIELDS, makeMembers, someDay, someMembers, somePoints, someText, TODAYS, ZONES } from "./members-for-tests.ts";
import { OPERATORS, type SubjectType } from "./operators.ts";
import { matches, type TestWorld } from "./oracle-for-tests.ts";
import type { Rule } from "./rule.ts";
import { STATUSES } from "./subject.ts";

/*
 * Any rule there is, at any of many moments, over two profiles with members of every kind: for the tests that hold the
 * compiler, and what it explains, against the meaning of rules.
 */

const OWN = 1;
const OTHER = 2;
export const members = someMembers(200);
const others = someMembers(300).filter((_, at) => at % 3 === 0);
/** A virtual profile over the very table that is asked, and one over the other. */
const virtual: Rule = {
  any: [
    { field: "vip", op: "yes" },
    { field: "city", op: "contains", value: "e" },
  ],
};

/** Makes both tables: once, before all. */
export async function makeBoth(): Promise<void> {
  await makeMembers(OWN, members);
  await makeMembers(OTHER, others);
}

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
export const condition: fc.Arbitrary<Rule> = fc.oneof(
  { arbitrary: onField, weight: 8 },
  {
    arbitrary: fc.record({ profile: fc.constantFrom("other", "own", "virtual", "virtual-other"), op: inOrNot }),
    weight: 2,
  },
  { arbitrary: fc.record({ import: fc.constantFrom(1, 2, 3), op: inOrNot }), weight: 1 },
);
export const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    condition,
    fc.record({ all: fc.array(tie("rule"), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("rule"), { maxLength: 3 }) }),
    fc.record({ none: fc.array(tie("rule"), { maxLength: 3 }) }),
  ),
}));
export const clock: fc.Arbitrary<Clock> = fc.record({
  today: fc.constantFrom(...TODAYS),
  timeZone: fc.constantFrom(...ZONES),
});

const contextOf = (profileId: number, where: Clock): RuleContext => ({
  table: memberTable(profileId, FIELDS),
  fields: FIELDS,
  keyKind: "email",
  profiles: new Map(),
  ...where,
});

function databaseProfiles(where: Clock): Map<string, ProfileMembers> {
  return new Map([
    ["own", { id: OWN, where: null }],
    ["other", { id: OTHER, where: null }],
    ["virtual", { id: OWN, where: compileRule(virtual, contextOf(OWN, where)) }],
    ["virtual-other", { id: OTHER, where: compileRule(virtual, contextOf(OTHER, where)) }],
  ]);
}

/** What the oracle needs at that moment. */
export function worldOf(where: Clock): TestWorld {
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

/** What the compiler needs at that moment. */
export const contextAt = (where: Clock): RuleContext => ({
  ...contextOf(OWN, where),
  profiles: databaseProfiles(where),
});
