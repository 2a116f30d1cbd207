import { expect, it } from "vitest";
import type { FieldType } from "#lib/fields/field.ts";
import { parseJsonValue, toDisplayValue, toInputValue, toJsonValue } from "#lib/fields/json-value.ts";
import { isRefusal } from "#lib/fields/parse-value.ts";
import { DEFAULT_READING } from "#lib/fields/reading.ts";

function read(type: FieldType, json: unknown, required = false) {
  const value = parseJsonValue({ type, options: ["VIP"], required }, json, { ...DEFAULT_READING, decimal: "," });
  return isRefusal(value) ? value.reason : value;
}

it.each([
  ["number", 12.5, "12.5"],
  ["number", 1e-7, "0.0000001"],
  ["number", -1.5e-7, "-0.00000015"],
  ["number", "12345678901234567890.5", "12345678901234567890.5"],
  ["number", 1e21, "number_precision"],
  ["number", Number.NaN, "number"],
  ["number", "1,234", "number"],
  ["number", true, "json_type"],
  ["yesno", true, "t"],
  ["yesno", false, "f"],
  ["yesno", "no", "f"],
  ["yesno", 1, "json_type"],
  ["date", "2025-04-03", "2025-04-03"],
  ["datetime", "2025-04-03T12:00:00-03:00", "2025-04-03T15:00:00Z"],
  ["text", "a\u0000b", "control_char"],
  ["text", "\ud800", "control_char"],
  ["text", 5, "json_type"],
  ["text", { $ne: null }, "json_type"],
  ["text", ["a"], "json_type"],
  ["choice", "vip", "VIP"],
  ["url", null, null],
  ["phone", undefined, null],
] as const)("takes a %s as JSON: %j", (type, json, expected) => {
  expect(read(type, json)).toBe(expected);
});

it("asks for a value where the field is required", () => {
  expect([read("number", null, true), read("text", "  ", true)]).toEqual(["required", "required"]);
});

it.each([
  ["number", "1.50", 1.5],
  ["number", "100", 100],
  ["number", "0.0000001", 1e-7],
  ["number", "0.00", 0],
  ["number", "9007199254740993", "9007199254740993"],
  ["number", "0.12345678901234567890", "0.12345678901234567890"],
  ["date", "2025-04-03", "2025-04-03"],
  ["datetime", "2025-04-03 12:00:00.25-03", "2025-04-03T15:00:00.25Z"],
  ["datetime", "1890-01-01 00:00:00-04:42:45", "1890-01-01T04:42:45Z"],
  ["yesno", "t", true],
  ["yesno", "false", false],
  ["text", "<b>", "<b>"],
  ["url", null, null],
] as const)("gives a %s as JSON: %s", (type, text, expected) => {
  expect(toJsonValue({ type }, text)).toBe(expected);
});

it.each([
  ["number", "1234567.50", "1234567.50", "1,234,567.50"],
  ["number", "-1234", "-1234", "-1,234"],
  ["number", "0.12345", "0.12345", "0.12345"],
  ["date", "2025-04-03", "2025-04-03", "3 Apr 2025"],
  ["date", "0025-04-03", "0025-04-03", "3 Apr 0025"],
  ["datetime", "2025-04-03 02:05:00+00", "2025-04-02T23:05", "2 Apr 2025, 23:05"],
  ["datetime", "2025-04-03 02:05:09.5+00", "2025-04-02T23:05:09.5", "2 Apr 2025, 23:05"],
  ["yesno", "t", "yes", "Yes"],
  ["yesno", "f", "no", "No"],
  ["choice", "VIP", "VIP", "VIP"],
  ["text", null, "", ""],
] as const)("shows a %s %s in a form and on a page", (type, text, input, display) => {
  expect(toInputValue({ type }, text, { timeZone: "America/Santiago", decimal: "." })).toBe(input);
  expect(toDisplayValue({ type }, text, "America/Santiago")).toBe(display);
});

it("A11: refuses half a character, which JSON can hold and Postgres cannot", () => {
  expect(read("text", JSON.parse('"A\\ud800na"'))).toBe("control_char");
});
