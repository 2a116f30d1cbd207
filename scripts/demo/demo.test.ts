import { expect, test } from "vitest";
import { fileOf } from "./file.ts";
import { BY_HAND, EMAILS, IMPORTS, PEOPLE } from "./imports.ts";
import { personOf } from "./people.ts";
import { PROFILES } from "./profiles.ts";

const NOW = Date.UTC(2026, 10, 25);
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

test("everybody is somebody else, and nobody's address can be a real one", () => {
  const emails = new Set(numbers(0, EMAILS).map((number) => personOf(number, NOW).email));
  const mobiles = new Set(numbers(0, PEOPLE).map((number) => personOf(number, NOW).mobile));
  expect([emails.size, mobiles.size]).toEqual([EMAILS, PEOPLE]);
  expect([...emails].every((email) => email.endsWith(".example"))).toBe(true);
});

test("the imports that stay, and those who are added by hand, bring everybody that is promised", () => {
  const brought = new Set<number>();
  for (const { people, end, action } of IMPORTS) {
    if (end === "done" && action !== "unsubscribe") for (const number of numbers(...people)) brought.add(number);
  }
  for (const number of numbers(EMAILS - BY_HAND, EMAILS)) brought.add(number);
  expect(brought.size).toBe(PEOPLE);
  const days = IMPORTS.map(({ daysAgo }) => daysAgo);
  expect([...days].sort((a, b) => b - a)).toEqual(days);
});

test("a file is the same each time, and holds rows that cannot be taken", () => {
  const file = fileOf(PROFILES.newsletter, [0, 2000], NOW);
  expect(fileOf(PROFILES.newsletter, [0, 2000], NOW).equals(file)).toBe(true);
  const rows = file.toString().split("\r\n").slice(1, -1);
  const bad = rows.filter((row) => !/^[a-z.]+\d+@/.test(row));
  expect(rows.length).toBeGreaterThan(2000);
  expect(bad.length).toBeGreaterThan(0);
});
