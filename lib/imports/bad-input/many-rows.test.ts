import { expect, test } from "vitest";
import { outcomeOf } from "./outcome-for-tests.ts";

/* Postgres takes 65,535 parameters in one statement: no statement may have one for each row. */

test("F13: 66,000 rows, each of them rejected, are all written down", async () => {
  const file = `email\n${"no address\n".repeat(66_000)}`;
  const outcome = await outcomeOf(file);
  if ("refused" in outcome) throw new Error(outcome.words);
  expect(outcome.members).toEqual({});
  expect(outcome.lines).toHaveLength(66_000);
  expect(outcome.lines.at(-1)).toMatch(/^66001 rejected email/);
}, 60_000);
