import { expect, test } from "vitest";
import { checkRule } from "./check-rule.ts";
import { FIELDS } from "./members-for-tests.ts";
import type { Rule } from "./rule.ts";
import { mentionsOf } from "./walk-rule.ts";

test("a rule that fits has no fault, whatever the case of its names", () => {
  const rule: Rule = {
    all: [
      { field: "CITY", op: "is", value: "Lima" },
      { field: "Level", op: "one of", value: ["oro", "PLATA"] },
      { field: "level", op: "contains", value: "nothing of the kind" },
      { field: "Email", op: "ends with", value: "@example.com" },
      { field: "added", op: "between", value: ["2026-01-01", "2026-12-31"] },
      { field: "status", op: "is not", value: "bounced" },
    ],
  };
  expect(checkRule(rule, FIELDS, "email")).toEqual([]);
});

test.each<[Rule, string, string]>([
  [{ field: "colour", op: "empty" }, "field", 'has no field "colour"'],
  [{ field: "mobile", op: "is", value: "1" }, "field", "knows its members by email"],
  [{ field: "city", op: "=", value: 1 }, "op", '"=" does not fit "city", which is a text. Use one of "is", "is not"'],
  [{ field: "birthday", op: "is", value: "2026-01-01" }, "op", "which is a date"],
  [{ field: "vip", op: "not empty" }, "op", 'Use one of "yes", "no", "empty"'],
  [{ field: "points", op: "between", value: ["2026-01-01", "2026-01-02"] }, "value", "two numbers"],
  [{ field: "birthday", op: "between", value: [1, 2] }, "value", "two dates"],
  [{ field: "status", op: "is", value: "Active" }, "value", "Use active, unsubscribed or bounced"],
  [{ field: "level", op: "is", value: "Bronce" }, "value", 'has no option "Bronce". Use one of "Oro", "Plata"'],
  [{ field: "level", op: "none of", value: ["Oro", "Bronce"] }, "value", 'has no option "Bronce"'],
])("%j is faulted at its place", (rule, path, words) => {
  expect(checkRule(rule, FIELDS, "email")).toMatchObject([{ path, message: expect.stringContaining(words) }]);
  const inside = checkRule({ all: [{ none: [{ field: "vip", op: "yes" }, rule] }] }, FIELDS, "email");
  expect(inside[0]?.path).toBe(`all.0.none.1.${path}`);
});

test("a profile must be there, and know its members by the same kind of key", () => {
  const profiles = new Map([
    ["clients", { keyKind: "email" as const }],
    ["phones", { keyKind: "mobile" as const }],
  ]);
  const check = (profile: string) => checkRule({ profile, op: "in" }, FIELDS, "email", profiles)[0]?.message;
  expect(check("clients")).toBeUndefined();
  expect(check("phones")).toContain("by mobile, this one by email");
  expect(check("gone")).toContain('no profile with the key "gone"');
});

test("a rule tells which fields, profiles and imports it depends on", () => {
  const rule: Rule = {
    any: [
      { field: "City", op: "empty" },
      {
        none: [
          { field: "CITY", op: "is", value: "Lima" },
          { profile: "clients", op: "in" },
        ],
      },
      { import: 7, op: "not in" },
    ],
  };
  expect(mentionsOf(rule)).toEqual({
    fields: new Set(["city"]),
    profiles: new Set(["clients"]),
    imports: new Set([7]),
  });
});
