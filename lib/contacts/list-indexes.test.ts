import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { editor, importFile, makeProfile } from "#lib/imports/import-for-tests.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { forgetIdleIndexes, indexMembers } from "./list-indexes.ts";
import { listMembers, type MemberFilter } from "./list-members.ts";
import { keysNearby } from "./member-keys.ts";

let profile: Profile;
let city: number;
let spent: number;

beforeAll(async () => {
  profile = await makeProfile([{ name: "City" }, { name: "Spent", type: "number" }]);
  [city, spent] = profile.fields.map(({ id }) => id) as [number, number];
  const rows = Array.from({ length: 60 }, (_, n) =>
    [`k${(n * 37) % 60}@example.com`, ["Lima", "líma", "Quito", ""][n % 4], n % 5 ? n % 7 : ""].join(","),
  );
  await importFile(profile, `email,city,spent\n${rows.join("\n")}\n`);
});

/** As many as a large profile has, by its counts. */
async function grow(): Promise<void> {
  await db.execute(sql`update profiles set active = 1000000 where id = ${profile.id}`);
  profile = await loadProfile(db, profile.id);
}

async function walk(filter: Omit<MemberFilter, "limit">, limit: number): Promise<string[]> {
  const keys: string[] = [];
  for (let after: MemberFilter["after"] | null; after !== null; ) {
    const page = await listMembers(editor, profile, { ...filter, after, limit });
    keys.push(...page.items.map(({ key }) => key));
    after = page.next;
  }
  return keys;
}

const indexes = async () => {
  const { rows } = await db.execute<{ name: string }>(sql`
    select attname as name from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
    where indrelid = ${`audience.profile_${profile.id}`}::regclass and not indisprimary order by indexrelid`);
  return rows.map(({ name }) => name);
};

const asked = async () => {
  const { rows } = await db.execute<{ key: string }>(
    sql`select key from graphile_worker.jobs where key like ${`index ${profile.id} %`} order by key`,
  );
  return rows.map(({ key }) => key.split(" ").at(-1));
};

/** As it would be for a table that is too large to be read whole. */
const planOf = (keys: SQL) =>
  db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    const { rows } = await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${keys}`);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });

test("a small profile needs none", async () => {
  await walk({ sort: { by: city, direction: "ascending" } }, 100);
  await indexMembers(profile.id, city);
  expect(await asked()).toEqual([]);
  expect(await indexes()).toEqual([]);
});

describe("of a large profile", () => {
  const orders = () =>
    ([city, spent, "added", "status"] as const).flatMap((by) => [
      { by, direction: "ascending" } as const,
      { by, direction: "descending" } as const,
    ]);
  const rule = { all: [{ field: "Spent", op: ">" as const, value: 3 }] };

  test("each order that somebody wanted gets one, and lists the same as before", async () => {
    await grow();
    const before = [];
    for (const sort of orders()) before.push(await walk({ sort }, 7), await walk({ sort, rule }, 7));
    expect(await asked()).toEqual([String(city), String(spent), "created_at", "status"].toSorted());
    for (const column of [city, spent, "created_at", "status"] as const) await indexMembers(profile.id, column);
    expect(await indexes()).toEqual([`f_${city}`, `f_${spent}`, "created_at", "status"]);
    const after = [];
    for (const sort of orders()) after.push(await walk({ sort }, 7), await walk({ sort, rule }, 7));
    expect(after).toEqual(before);
  });

  test("a page near by is read along its index in both directions, and nothing is sorted", async () => {
    for (const by of [city, spent, "added"] as const) {
      for (const [direction, backwards] of [
        ["ascending", false],
        ["descending", false],
        ["descending", true],
      ] as const) {
        const from = backwards ? { value: by === "added" ? "2030-01-01" : "5", key: "k1" } : undefined;
        const keys = await keysNearby(profile, { sort: { by, direction }, from, backwards, limit: 10 });
        const plan = await planOf(keys ?? sql``);
        expect(plan).toMatch(/Index (?:Only )?Scan/);
        expect(plan).not.toContain("Sort");
      }
    }
  });

  test("no more than a few are kept: another one takes the place of one that was not used lately", async () => {
    await db.execute(sql`alter table ${memberTableName(profile.id)} add f_900001 text, add f_900002 text`);
    await indexMembers(profile.id, 900_001);
    await indexMembers(profile.id, 900_002);
    await indexMembers(profile.id, 900_003);
    expect(await indexes()).toHaveLength(5);
  });

  test("those that nobody uses any more go in the night", async () => {
    await forgetIdleIndexes();
    expect((await indexes()).length).toBeLessThan(5);
  });

  test("two Overwrites leave none behind in the journal", async () => {
    for (const keys of ["a@example.com", "b@example.com"]) {
      await grow();
      await indexMembers(profile.id, city);
      expect(await indexes()).toContain(`f_${city}`);
      await importFile(profile, `email,city,spent\n${keys},Lima,1\n`, { action: "overwrite" });
    }
    expect(await walk({}, 10)).toEqual(["b@example.com"]);
  });
});
