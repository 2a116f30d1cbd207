import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "#scripts/root.ts";

/* ASVS.md says what holds each requirement; what it names must be there. */

type Row = { requirement: string; state: string; how: string };

const rows: Row[] = readFileSync(join(ROOT, "ASVS.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, requirement = "", state = "", how = ""]) => ({ requirement, state, how }));

const named = [
  ...new Set(
    rows.flatMap(({ how }) => [...how.matchAll(/`([\w./[\]()-]+\.(?:tsx?|mjs|json|md))`/g)].map(([, file]) => file)),
  ),
];

describe("ASVS.md", () => {
  it("is read", () => {
    expect(rows.length).toBeGreaterThan(100);
    expect(named.length).toBeGreaterThan(50);
  });

  it.each(named)("names %s, which is there", (file = "") => {
    expect(existsSync(join(ROOT, file))).toBe(true);
  });

  it("says of each requirement one of a few things", () => {
    const states = ["met", "in part", "not met", "by design", "not applicable", "outside"];
    expect(rows.filter(({ state }) => !states.includes(state))).toEqual([]);
  });

  it("names a test for what is met, or the file or document that shows it", () => {
    const unfounded = rows.filter(({ state, how }) => state === "met" && !/`[^`]+\.\w+`|\b[A-Z]+\.md/.test(how));
    expect(unfounded).toEqual([]);
  });

  it("goes through every requirement of levels 1 and 2 that applies, and those of level 3 that were taken on", () => {
    expect(APPLIES.flatMap(expand).filter((id) => !covered.has(id))).toEqual([]);
  });
});

/** OWASP ASVS 5.0, by chapter and section; `3-6` is a range. */
const APPLIES = [
  "1.1:1-2 1.2:1-4,9-10 1.3:3,6,10-12 1.4:2 1.5:1-3",
  "2.1:1-3 2.2:1-3 2.3:1-4 2.4:1",
  "3.2:1-2 3.3:1-5 3.4:1-8 3.5:1-3,8 3.7:1-2",
  "4.1:1,3-4 4.2:1",
  "5.1:1 5.2:1-5 5.3:1-3 5.4:1-3",
  "6.1:1-2 6.2:1-12 6.3:1-4,8 6.4:1-3,6 6.5:1-5",
  "7.1:1-2 7.2:1-4 7.3:1-2 7.4:1-5 7.5:1-2 9.1:1-3 9.2:1-3",
  "8.1:1-2 8.2:1-3 8.3:1-2",
  "11.2:1 11.3:1-2 11.4:1-2 11.5:1 12.1:1 12.2:1 12.3:1 13.1:2-3 13.2:2-3 13.3:1 13.4:1-2,5-6",
  "14.1:1-2 14.2:1-7 14.3:1-3",
  "15.1:1-3 15.2:1-3 15.3:1,3,5-7 15.4:2-3",
  "16.1:1 16.2:1-5 16.3:1-4 16.4:1-2 16.5:1-4",
];

function expand(chapter: string): string[] {
  return chapter.split(" ").flatMap((part) => {
    const [section = "", list = ""] = part.split(":");
    return list.split(",").flatMap((range) => {
      const [from = "", to = from] = range.split("-");
      return numbers(Number(from), Number(to)).map((number) => `${section}.${number}`);
    });
  });
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** `6.2.1, 6.2.4` and `9.1.1–9.2.3`, which reaches over sections. */
const covered = new Set(
  rows.flatMap(({ requirement }) =>
    requirement
      .replaceAll("*", "")
      .split(", ")
      .flatMap((part) => {
        const [from = "", to = from] = part.split("–");
        if (from.split(".", 2).join(".") !== to.split(".", 2).join(".")) return between(from, to);
        const section = from.split(".", 2).join(".");
        return numbers(Number(from.split(".")[2]), Number(to.split(".")[2])).map((number) => `${section}.${number}`);
      }),
  ),
);

function between(from: string, to: string): string[] {
  const all = APPLIES.flatMap(expand);
  return all.slice(all.indexOf(from), all.indexOf(to) + 1);
}
