import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faults, type Lockfile, versionsOf } from "#scripts/floors/faults.ts";
import { FLOORS, type Floor } from "#scripts/floors/floor-table.ts";
import { ROOT } from "#scripts/root.ts";

const lockfile: Lockfile = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));

describe("the installed packages", () => {
  it.each(FLOORS)("are safe: $name", (floor) => {
    expect(faults(floor, lockfile)).toEqual([]);
  });

  it("are what the table speaks of", () => {
    const idle = FLOORS.filter((floor) => !("never" in floor) && versionsOf(floor.name, lockfile).length === 0);
    expect(idle.map(({ name }) => name)).toEqual([]);
  });
});

describe("this check", () => {
  const lock = (...versions: string[]): Lockfile => ({
    packages: Object.fromEntries(
      versions.map((version, depth) => [`${"node_modules/other/".repeat(depth)}node_modules/zod`, { version }]),
    ),
  });
  const floor: Floor = { name: "zod", floor: "4.6.6", why: "GHSA" };
  const waiting: Floor = { ...floor, waits: { until: "4.6.4", because: "not published" } };

  it.each([
    ["an old version", floor, lock("4.6.5")],
    ["an old copy deeper down", floor, lock("4.6.7", "3.22.3")],
    ["a version that only reads like a later one", floor, lock("4.10.0", "4.6.5")],
    ["a preview of the floor", floor, lock("4.6.6-beta.1")],
    ["an exception that has run out", waiting, lock("4.6.5")],
    ["a version below the exception", waiting, lock("4.6.3")],
    ["a banned package", { name: "zod", never: "bombs" } satisfies Floor, lock("9.9.9")],
  ])("fails on %s", (_, entry, given) => {
    expect(faults(entry, given)).toHaveLength(1);
  });

  it.each([
    ["the floor itself", floor, lock("4.6.6")],
    ["later ones", floor, lock("4.10.0", "5.0.0")],
    ["what the exception names", waiting, lock("4.6.4")],
    ["the floor where an exception stands", waiting, lock("4.6.6")],
  ])("passes %s", (_, entry, given) => {
    expect(faults(entry, given)).toEqual([]);
  });
});
