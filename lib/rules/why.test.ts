import { beforeAll, expect, test } from "vitest";
import { memberTable } from "#db/member-table.ts";
import type { RuleContext } from "./compile.ts";
import { FIELDS, makeMembers, someMembers } from "./members-for-tests.ts";
import type { Rule } from "./rule.ts";
import { explainRule } from "./why.ts";

const CLOCK = { today: "2026-03-01", timeZone: "America/Santiago" };
const members = someMembers(30);
const profiles = new Map([["other", { id: 2, where: null }]]);
const context: RuleContext = { ...CLOCK, table: memberTable(1, FIELDS), fields: FIELDS, keyKind: "email", profiles };
const ana = {
  key: "ana@example.com",
  status: "bounced" as const,
  importId: 7,
  added: new Date("2026-01-01T12:00:00Z"),
  values: { city: "Lima", points: 1.5, birthday: "1980-02-29", vip: true },
};

beforeAll(async () => {
  await makeMembers(1, [ana, ...members]);
  await makeMembers(2, members.slice(0, 10));
});

test("each condition says yes or no beside the member's value, and each group its sum", async () => {
  const city: Rule = { field: "city", op: "is", value: "LIMA" };
  const rule: Rule = {
    all: [
      city,
      {
        any: [
          { field: "vip", op: "no" },
          { field: "status", op: "is not", value: "active" },
        ],
      },
      {
        none: [
          { field: "web", op: "empty" },
          { profile: "other", op: "in" },
          { import: 8, op: "in" },
        ],
      },
      { field: "points", op: ">", value: 1 },
    ],
  };
  expect(await explainRule(rule, context, ana.key)).toEqual({
    kind: "all",
    matches: false,
    parts: [
      { kind: "condition", condition: city, matches: true, value: "Lima" },
      {
        kind: "any",
        matches: true,
        parts: [
          { kind: "condition", condition: { field: "vip", op: "no" }, matches: false, value: "t" },
          {
            kind: "condition",
            condition: { field: "status", op: "is not", value: "active" },
            matches: true,
            value: "bounced",
          },
        ],
      },
      {
        kind: "none",
        matches: false,
        parts: [
          { kind: "condition", condition: { field: "web", op: "empty" }, matches: true, value: null },
          { kind: "condition", condition: { profile: "other", op: "in" }, matches: false, value: null },
          { kind: "condition", condition: { import: 8, op: "in" }, matches: false, value: "7" },
        ],
      },
      { kind: "condition", condition: { field: "points", op: ">", value: 1 }, matches: true, value: "1.5" },
    ],
  });
});

test("a rule of a hundred conditions, and one of none, are explained too", async () => {
  const many: Rule = {
    any: Array.from({ length: 100 }, (_, at) => ({ field: "points", op: "=" as const, value: at / 2 })),
  };
  expect(await explainRule(many, context, ana.key)).toMatchObject({ matches: true });
  expect(await explainRule({ all: [] }, context, ana.key)).toEqual({ kind: "all", matches: true, parts: [] });
});

test("who is no member has no explanation", async () => {
  expect(await explainRule({ all: [] }, context, "nobody@example.com")).toBeNull();
});
