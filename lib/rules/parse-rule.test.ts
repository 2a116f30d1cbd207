import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Problem } from "#lib/problem.ts";
import { parseRule, ruleSchema } from "./parse-rule.ts";

function problemOf(json: unknown): Problem {
  try {
    parseRule(json);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("The rule was taken.");
}

const condition = { field: "city", op: "is", value: "Lima" };
const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => ({ all: [inner] }), condition);

test("a rule comes back as it was", () => {
  const rule = {
    any: [
      condition,
      {
        none: [
          { field: "points", op: "between", value: [1, 2.5] },
          { field: "vip", op: "yes" },
        ],
      },
      {
        all: [
          { profile: "abc", op: "not in" },
          { import: 3, op: "in" },
        ],
      },
      { field: "added", op: "anniversary", value: -1 },
    ],
  };
  expect(parseRule(rule)).toEqual(rule);
  expect(ruleSchema.parse(rule)).toEqual(rule);
});

test("an operator without value may come with null, which is not kept", () => {
  expect(parseRule({ field: "city", op: "empty", value: null })).toEqual({ field: "city", op: "empty" });
});

describe("what has the wrong form is refused in words, with its place", () => {
  test.each<[unknown, string, string]>([
    [{ field: "a", op: "is", value: { $ne: null } }, "value", "is text"],
    [{ field: "a", op: "is" }, "value", "is text"],
    [{ field: "a", op: "is", value: 5 }, "value", "is text"],
    [{ all: [condition, { field: "a", op: "=", value: "5" }] }, "all.1.value", "a number, without quotes"],
    [{ field: "a", op: ">", value: 2 ** 53 }, "value", "too large"],
    [{ field: "a", op: ">", value: Number.NaN }, "value", "a number"],
    [{ field: "a", op: "one of", value: ["a", null] }, "value.1", "is text"],
    [{ field: "a", op: "one of", value: "a" }, "value", "a list of texts"],
    [{ field: "a", op: "between", value: [1, "2026-01-01"] }, "value", "a list of two"],
    [{ field: "a", op: "between", value: [1] }, "value", "a list of two"],
    [{ field: "a", op: "on", value: "2026-02-30" }, "value", "a date such as"],
    [{ field: "a", op: "on", value: "01/02/2026" }, "value", "a date such as"],
    [{ field: "a", op: "last days", value: -1 }, "value", "a whole number of days from 0"],
    [{ field: "a", op: "last days", value: 1.5 }, "value", "a whole number of days from 0"],
    [{ field: "a", op: "anniversary", value: 1e300 }, "value", "a whole number of days"],
    [{ field: "a", op: "regex", value: "^((a|aa)+)+$" }, "op", 'no operator "regex"'],
    [{ field: "a", op: { $gt: "" } }, "op", "Give the operator"],
    [{ field: "a" }, "op", "Give the operator"],
    [{ field: 1, op: "empty" }, "field", "name is text"],
    [{ field: "", op: "empty" }, "field", "Name the field"],
    [{ field: "a", op: "empty", value: 1 }, "value", "takes no value"],
    [{ ...condition, sql: "1=1" }, "sql", 'holds no "sql"'],
    [JSON.parse('{"field":"a","op":"empty","__proto__":{"x":1}}'), "__proto__", 'holds no "__proto__"'],
    [JSON.parse('{"__proto__":{"all":[]}}'), "", "names a"],
    [{ profile: "k", op: "is" }, "op", '"in" or "not in"'],
    [{ import: "3", op: "in" }, "import", "its number, without quotes"],
    [{ import: -3, op: "in" }, "import", "1 or more"],
    [{ field: "a", profile: "k", op: "in" }, "", "names a"],
    [{ all: [], any: [] }, "any", "nothing beside it"],
    [{ all: {} }, "all", "is a list of rules"],
    [{ all: [null] }, "all.0", "A rule is an object"],
    [[], "", "A rule is an object"],
    ["all", "", "A rule is an object"],
    [undefined, "", "A rule is an object"],
    [{}, "", "names a"],
  ])("%j", (json, path, words) => {
    const { kind, code, details } = problemOf(json);
    expect({ kind, code }).toEqual({ kind: "invalid", code: "rule_wrong" });
    expect(details[0]).toMatchObject({ path, message: expect.stringContaining(words) });
  });

  test("each wrong place is named", () => {
    const { details } = problemOf({ all: [{ field: "a", op: "=", value: "1" }, { any: [{ field: "a", op: "?" }] }] });
    expect(details.map(({ path }) => path)).toEqual(["all.0.value", "all.1.any.0.op"]);
  });
});

describe("too much is refused before it is looked at", () => {
  test.each<[string, unknown, string]>([
    ["six levels", nested(6), "rule_too_deep"],
    ["10,000 levels", nested(10_000), "rule_too_deep"],
    ["10,000 lists", Array.from({ length: 10_000 }).reduce<unknown>((inner) => [inner], "x"), "rule_too_deep"],
    ["101 conditions", { all: Array.from({ length: 101 }, () => condition) }, "rule_too_many_conditions"],
    [
      "a list of a million",
      { field: "a", op: "one of", value: new Array(1_000_000).fill("x") },
      "rule_too_many_values",
    ],
    ["1,001 values", { field: "a", op: "one of", value: new Array(1_001).fill("x") }, "rule_too_many_values"],
    ["a million rules", { any: new Array(1_000_000).fill(condition) }, "rule_too_many_values"],
    ["a text of 10 MB", { field: "a", op: "is", value: "x".repeat(10_000_000) }, "rule_too_large"],
    ["64 KiB in characters of two bytes", { field: "a", op: "is", value: "ñ".repeat(33_000) }, "rule_too_large"],
    ["many names", Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`k${at}`, 1])), "rule_too_large"],
    ["U+0000", { field: "a", op: "is", value: "a\0" }, "rule_character"],
    ["U+0000 in a name", { "a\0": 1 }, "rule_character"],
    ["half a character", { field: "a", op: "one of", value: ["\ud800"] }, "rule_character"],
  ])("%s", (_name, json, code) => expect(problemOf(json).code).toBe(code));

  test.each<[string, unknown]>([
    ["five levels", nested(5)],
    [
      "a condition in the fifth level with a list",
      { all: [{ all: [{ all: [{ all: [{ all: [{ field: "a", op: "one of", value: ["x"] }] }] }] }] }] },
    ],
    ["100 conditions", { all: Array.from({ length: 100 }, () => condition) }],
    ["1,000 values", { field: "a", op: "one of", value: Array.from({ length: 1_000 }, (_, at) => `value ${at}`) }],
  ])("%s may be", (_name, json) => expect(parseRule(json)).toEqual(json));
});

test("whatever JSON comes, it is a rule or a Problem", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        fc.object({ key: fc.constantFrom("all", "any", "none", "field", "op", "value", "__proto__") }),
      ),
      (json) => {
        try {
          ruleSchema.parse(parseRule(json));
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      },
    ),
    { numRuns: 500 },
  );
});
