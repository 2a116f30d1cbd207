import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FLOORS } from "#scripts/floors/floor-table.ts";
import { isAtLeast, warningFor } from "#scripts/node-versions.mjs";
import { ROOT } from "#scripts/root.ts";

it.each([
  ["24.21.0", "24.21.0", true],
  ["24.22.1", "24.21.9", true],
  ["24.3.0", "24.21.0", false],
  ["26.0.0", "24.21.0", true],
  ["20.20.2", "24.21.0", false],
])("%s is at least %s: %s", (version, other, expected) => {
  expect(isAtLeast(version, other)).toBe(expected);
});

it.each([
  ["24.21.0", "24.22.1"],
  ["24.22.0", "24.22.1"],
  ["25.9.0", "26.12.1"],
  ["26.10.0", "26.12.1"],
])("%s is told that %s has fixes that it lacks", (version, safe) => {
  expect(warningFor(version)).toBe(
    `This machine's Node.js ${version} lacks security fixes: ${safe} or later has them.`,
  );
});

it.each(["24.22.1", "24.23.0", "26.12.1", "27.0.0"])("%s has them", (version) => {
  expect(warningFor(version)).toBeNull();
});

it("asks for what the table of floors does", () => {
  const floor = FLOORS.find(({ name }) => name === "node");
  expect(warningFor((floor as { floor: string }).floor)).toBeNull();
  expect(readFileSync(join(ROOT, "scripts/node-versions.mjs"), "utf8")).toContain((floor as { floor: string }).floor);
});
