import { expect, test } from "vitest";
import { DEFAULT_READING } from "#lib/fields/reading.ts";
import { type Filter, ruleFromFilters } from "./from-filters.ts";
import { FIELDS } from "./members-for-tests.ts";
import type { FieldCondition } from "./rule.ts";

const filter = (field: string, op: string, ...value: string[]): Filter => ({ field, op, value });
const reading = { ...DEFAULT_READING, decimal: "," as const };

test.each<[Filter, FieldCondition]>([
  [filter("city", "is", "  Lima "), { field: "city", op: "is", value: "Lima" }],
  [filter("city", "one of", "Lima\r\n\n Quito \nLima"), { field: "city", op: "one of", value: ["Lima", "Quito"] }],
  [filter("city", "none of", "Lima", "Quito"), { field: "city", op: "none of", value: ["Lima", "Quito"] }],
  [filter("city", "empty", "left over"), { field: "city", op: "empty" }],
  [filter("points", ">=", "1.234,50"), { field: "points", op: ">=", value: 1234.5 }],
  [filter("points", "between", "-1", "2,5"), { field: "points", op: "between", value: [-1, 2.5] }],
  [filter("birthday", "on", "31/12/2026"), { field: "birthday", op: "on", value: "2026-12-31" }],
  [
    filter("added", "between", "2026-01-01", "2026-01-01"),
    { field: "added", op: "between", value: ["2026-01-01", "2026-01-01"] },
  ],
  [filter("birthday", "anniversary", "-1"), { field: "birthday", op: "anniversary", value: -1 }],
  [filter("birthday", "last days", " 30 "), { field: "birthday", op: "last days", value: 30 }],
  [filter("phone", "is", "+56 9 1234-5678"), { field: "phone", op: "is", value: "+56912345678" }],
  [filter("phone", "contains", "no number"), { field: "phone", op: "contains", value: "no number" }],
  [filter("level", "is", "oro"), { field: "level", op: "is", value: "oro" }],
  [filter("status", "is", "bounced"), { field: "status", op: "is", value: "bounced" }],
  [filter("vip", "yes"), { field: "vip", op: "yes" }],
])("%j is read", (given, condition) => {
  expect(ruleFromFilters([given], FIELDS, { reading })).toEqual({ rule: { all: [condition] }, faults: [] });
});

test.each<[Filter, string, string]>([
  [filter("", "is", "x"), "field", "Choose a field"],
  [filter("city", "", "x"), "op", "Choose how to compare"],
  [filter("colour", "is", "x"), "field", 'no field "colour"'],
  [filter("city", "=", "x"), "op", "does not fit"],
  [filter("city", "; drop table", "x"), "op", "does not fit"],
  [filter("city", "is"), "value", "Write what to compare with"],
  [filter("city", "is", "\u200b "), "value", "Write what to compare with"],
  [filter("city", "is", "a\0"), "value", "cannot be kept"],
  [filter("city", "one of", "\n \n"), "value", "at least one value"],
  [filter("city", "one of", Array.from({ length: 1_001 }, (_, at) => at).join("\n")), "value", "1,001 values"],
  [filter("points", "=", "abc"), "value", "1250,50"],
  [filter("points", "=", ""), "value", "Write a number"],
  [filter("points", "=", "12345678901234567890"), "value", "at most 15 digits"],
  [filter("points", "between", "5"), "value", "To: Write a number"],
  [filter("points", "between", "10", "9"), "value", "The first is above the second"],
  [filter("birthday", "on", "31/02/2026"), "value", "no date"],
  [filter("birthday", "last days", "-1"), "value", "whole number of days"],
  [filter("birthday", "anniversary", "1.5"), "value", "whole number of days"],
  [filter("birthday", "last days", "9999999"), "value", "whole number of days"],
  [filter("level", "is", "Bronce"), "value", 'no option "Bronce"'],
  [filter("status", "is", "x"), "value", "Use active"],
])("%j is faulted beside it", (given, path, words) => {
  const good = filter("vip", "yes");
  const { rule, faults } = ruleFromFilters([good, given], FIELDS, { reading });
  expect(faults).toMatchObject([{ index: 1, path, message: expect.stringContaining(words) }]);
  expect(rule).toBeNull();
});

test("no filter means everybody, and more than a hundred are refused", () => {
  expect(ruleFromFilters([], FIELDS)).toEqual({ rule: { all: [] }, faults: [] });
  const { faults } = ruleFromFilters(
    Array.from({ length: 101 }, () => filter("vip", "yes")),
    FIELDS,
  );
  expect(faults).toMatchObject([{ index: 100, path: "field", message: "Use at most 100 filters." }]);
});
