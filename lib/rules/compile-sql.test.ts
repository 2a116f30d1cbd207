import { PgDialect } from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";
import { memberTable } from "#db/member-table.ts";
import { compileRule, type RuleContext } from "./compile.ts";
import { FIELDS } from "./members-for-tests.ts";
import type { Rule } from "./rule.ts";

const context: RuleContext = {
  today: "2026-03-01",
  timeZone: "America/Santiago",
  table: memberTable(1, FIELDS),
  fields: FIELDS,
  keyKind: "email",
  profiles: new Map(),
};

const dialect = new PgDialect();
const textOf = (rule: Rule) => dialect.sqlToQuery(compileRule(rule, context));

describe("every value is a parameter", () => {
  test.each<[Rule, Rule]>([
    [
      { field: "city", op: "is", value: "Lima" },
      { field: "city", op: "is", value: "'ñ\\%" },
    ],
    [
      { field: "city", op: "contains", value: "Lima" },
      { field: "city", op: "contains", value: "'ñ\\%" },
    ],
    [
      { field: "email", op: "starts with", value: "a" },
      { field: "email", op: "starts with", value: "ñ'" },
    ],
    [
      { field: "email", op: "one of", value: [] },
      { field: "email", op: "one of", value: ["a'", "ñ", "b"] },
    ],
    [
      { field: "city", op: "none of", value: [] },
      { field: "city", op: "none of", value: ["a'", "ñ", "b"] },
    ],
    [
      { field: "points", op: "=", value: 1 },
      { field: "points", op: "=", value: 1e-9 },
    ],
    [
      { field: "points", op: "between", value: [1, 2] },
      { field: "points", op: "between", value: [3, -4] },
    ],
    [
      { field: "birthday", op: "on", value: "2026-01-01" },
      { field: "birthday", op: "on", value: "0001-01-01" },
    ],
    [
      { field: "birthday", op: "anniversary", value: 0 },
      { field: "birthday", op: "anniversary", value: 1 },
    ],
    [
      { field: "added", op: "last days", value: 0 },
      { field: "added", op: "last days", value: 9_999 },
    ],
    [
      { field: "status", op: "is", value: "active" },
      { field: "status", op: "is", value: "bounced" },
    ],
    [
      { import: 1, op: "in" },
      { import: 99, op: "in" },
    ],
  ])("%j and %j are the same SQL", (one, other) => {
    expect(textOf(one).sql).toBe(textOf(other).sql);
    expect(textOf(one).params).not.toEqual(textOf(other).params);
  });
});

test("a range of days compares the bare column, so that an index on it serves", () => {
  const { sql: text, params } = textOf({ field: "birthday", op: "more than days ago", value: 30 });
  expect(text).toBe(`("audience"."profile_1"."f_3" < $1::date)`);
  expect(params).toEqual(["2026-01-30"]);
});

test.each<Rule>([
  { field: "colour", op: "empty" },
  { field: "points", op: "is", value: "1" },
  { field: "points", op: "between", value: ["2026-01-01", "2026-01-02"] },
  { field: "added", op: "between", value: [1, 2] },
  { field: "status", op: "empty" },
  { field: "status", op: "is", value: "lost" },
  { field: "vip", op: "not empty" },
  { profile: "gone", op: "in" },
])("a rule that does not fit the profile any more is refused in words: %j", (rule) => {
  expect(() => compileRule(rule, context)).toThrow(expect.objectContaining({ code: "rule_does_not_fit" }));
});
