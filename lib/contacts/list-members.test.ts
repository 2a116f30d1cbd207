import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { editor, importFile, makeProfile } from "#lib/imports/import-for-tests.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { listMembers, type MemberFilter } from "./list-members.ts";
import type { MemberSort } from "./member-order.ts";

async function walk(profile: Profile, filter: Omit<MemberFilter, "limit">, limit: number): Promise<string[]> {
  const keys: string[] = [];
  let after: MemberFilter["after"];
  for (let page = 0; page < 100; page++) {
    const { items, next } = await listMembers(editor, profile, { ...filter, after, limit });
    keys.push(...items.map((member) => member.key));
    if (next === null) return keys;
    after = next;
  }
  throw new Error("the pages never end");
}

async function filled(): Promise<Profile> {
  const profile = await makeProfile([
    { name: "City" },
    { name: "Born", type: "date" },
    { name: "Spent", type: "number" },
    { name: "Yes", type: "yesno" },
  ]);
  const cities = ["Lima", "lima", "Líma", "Quito", "", "Bogotá"];
  const rows = Array.from({ length: 60 }, (_, n) =>
    [
      `k${(n * 37) % 60}_x@example.com`,
      cities[n % 6],
      n % 5 ? `2000-01-0${1 + (n % 3)}` : "",
      n % 4 ? (n % 7) - 3.5 : "",
      ["yes", "no", ""][n % 3],
    ].join(","),
  );
  await importFile(profile, `email,city,born,spent,yes\n${rows.join("\n")}\n`);
  return profile;
}

test("paging brings every member exactly once, in every order and page size", async () => {
  const profile = await filled();
  const orders: MemberSort["by"][] = ["key", "added", ...profile.fields.map((field) => field.id)];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...orders),
      fc.constantFrom("ascending", "descending") as fc.Arbitrary<MemberSort["direction"]>,
      fc.integer({ min: 1, max: 25 }),
      async (by, direction, limit) => {
        const keys = await walk(profile, { sort: { by, direction } }, limit);
        expect(new Set(keys).size).toBe(60);
        expect(keys).toHaveLength(60);
        expect(keys).toEqual(await walk(profile, { sort: { by, direction } }, 1000));
      },
    ),
    { numRuns: 40 },
  );
});

test("members without a value come last in both directions", async () => {
  const profile = await filled();
  const born = profile.fields[1]?.id ?? 0;
  for (const direction of ["ascending", "descending"] as const) {
    const { items } = await listMembers(editor, profile, { sort: { by: born, direction }, limit: 100 });
    const values = items.map((member) => member.values[born]);
    expect(values.lastIndexOf(values.findLast((value) => value !== null))).toBeLessThan(values.indexOf(null));
    expect(values[0]).toBe(direction === "ascending" ? "2000-01-01" : "2000-01-03");
  }
});

test("a search finds part of the address, means what it says, and pages like a list", async () => {
  const profile = await filled();
  expect(await walk(profile, { search: "K1" }, 3)).toEqual(
    (await walk(profile, {}, 100)).filter((key) => key.includes("k1")),
  );
  expect(await walk(profile, { search: "5_x@" }, 3)).toHaveLength(6);
  expect(await walk(profile, { search: "_" }, 50)).toHaveLength(60);
  expect(await walk(profile, { search: "5.x" }, 50)).toEqual([]);
  for (const search of ["%", "\\", "%\\", "'; drop table contacts;--"])
    expect(await walk(profile, { search }, 50)).toEqual([]);
});

test("a status picks those who have it", async () => {
  const profile = await filled();
  await db.execute(sql`update ${memberTableName(profile.id)} set status = 2 where key like 'k1%'`);
  expect(await walk(profile, { status: "bounced" }, 4)).toHaveLength(11);
  expect(await walk(profile, { status: "active" }, 7)).toHaveLength(49);
  expect(await walk(profile, { status: "unsubscribed" }, 7)).toEqual([]);
});
