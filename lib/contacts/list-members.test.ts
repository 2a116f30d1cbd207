import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { editor, importFile, makeProfile } from "#lib/imports/import-for-tests.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { countMembers, listMembers, listMembersEarly, type MemberFilter } from "./list-members.ts";
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

/** To the last page, and back to the first one: the keys in order, without those of the last page. */
async function thereAndBack(profile: Profile, filter: Omit<MemberFilter, "limit">, limit: number): Promise<string[]> {
  let page = await listMembers(editor, profile, { ...filter, limit });
  for (let n = 0; n < 100 && page.next; n++) {
    page = await listMembers(editor, profile, { ...filter, after: page.next, limit });
  }
  const keys: string[] = [];
  for (let n = 0; n < 100 && page.previous; n++) {
    page = await listMembers(editor, profile, { ...filter, before: page.previous, limit });
    expect(page.next).not.toBeNull();
    keys.unshift(...page.items.map((member) => member.key));
  }
  return keys;
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
  const orders: MemberSort["by"][] = ["key", "added", "status", ...profile.fields.map((field) => field.id)];
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
        const back = await thereAndBack(profile, { sort: { by, direction } }, limit);
        expect(back).toEqual(keys.slice(0, limit * Math.floor((keys.length - 1) / limit)));
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

test("a search finds part of any text too, whatever its case and accents", async () => {
  const profile = await makeProfile([
    { name: "City" },
    { name: "Note" },
    { name: "Phone", type: "phone" },
    { name: "Web", type: "url" },
    { name: "Spent", type: "number" },
  ]);
  await importFile(
    profile,
    [
      "email,city,note,phone,web,spent",
      `a@example.com,BOGOTÁ,,+56912345678,https://a.example/Ñandú,77`,
      `b@example.com,Lima,${"long ".repeat(30)}Ñandú,,,`,
      `c@example.com,100% sure\\,,,,`,
      "bogota@example.com,,,,,",
    ].join("\n"),
  );
  const found = (search: string) => walk(profile, { search }, 50);
  expect(await found("bogota")).toEqual(["bogota@example.com", "a@example.com"]);
  expect(await found("gotá")).toEqual(["bogota@example.com", "a@example.com"]);
  expect(await found("nandu")).toEqual(["a@example.com", "b@example.com"]);
  expect(await found("ÑANDÚ")).toEqual(["a@example.com", "b@example.com"]);
  expect(await found("9 1234-56")).toEqual(["a@example.com"]);
  expect(await found("0%")).toEqual(["c@example.com"]);
  expect(await found("sure\\")).toEqual(["c@example.com"]);
  expect(await found("77")).toEqual([]);
  expect(await countMembers(editor, profile, { search: "nandu" })).toBe(2);
});

test("a search shows those first who have it in their email, and pages through all, there and back", async () => {
  const profile = await makeProfile([{ name: "Note" }]);
  const rows = Array.from(
    { length: 40 },
    (_, n) => `${n % 3 ? "" : "ana."}k${10 + n}@example.com,${n % 2 ? "" : "Aná"}`,
  );
  await importFile(profile, `email,note\n${rows.join("\n")}\n`);
  const keys = (await walk(profile, {}, 100)).toSorted();
  const named = keys.filter((key) => key.startsWith("ana."));
  const noted = keys.filter((key) => !named.includes(key) && Number(key.slice(1, 3)) % 2 === 0);
  for (const limit of [1, 4, 7, named.length, 100]) {
    expect(await walk(profile, { search: "ana" }, limit)).toEqual([...named, ...noted]);
    const sort = { by: "key", direction: "descending" } as const;
    expect(await walk(profile, { search: "ana", sort }, limit)).toEqual([...named.toReversed(), ...noted.toReversed()]);
    const shown = named.length + noted.length;
    const back = await thereAndBack(profile, { search: "ana" }, limit);
    expect(back).toEqual([...named, ...noted].slice(0, limit * Math.floor((shown - 1) / limit)));
  }
  expect(await countMembers(editor, profile, { search: "ana" })).toBe(named.length + noted.length);
});

test("a program gets those who have it in their email before the other texts of a large profile are read", async () => {
  const profile = await makeProfile([{ name: "Note" }]);
  await importFile(profile, "email,note\nana@example.com,\nb@example.com,Ana\nc@example.com,Ana\n");
  const early = (counts: number, search: string) =>
    listMembersEarly(editor, { ...profile, counts: { ...profile.counts, contacts: counts } }, { search, limit: 2 });
  expect((await early(3, "ana")).items.map(({ key }) => key)).toEqual(["ana@example.com", "b@example.com"]);
  const first = await early(1_000_000, "ana");
  expect(first.items.map(({ key }) => key)).toEqual(["ana@example.com"]);
  const second = await listMembers(editor, profile, { search: "ana", limit: 2, after: first.next ?? undefined });
  expect(second).toMatchObject({ items: [{ key: "b@example.com" }, { key: "c@example.com" }], next: null });
});

test("filters pick by the fields, and a Virtual profile lists whom its rules mean", async () => {
  const profile = await filled();
  const rule = {
    all: [
      { field: "city", op: "is" as const, value: "LIMA" },
      { field: "Yes", op: "yes" as const },
    ],
  };
  const lima = await walk(profile, { rule }, 4);
  expect(lima).toHaveLength(10);
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into profiles (key, name, type, source_id, rules)
    values ('lima', 'Lima', 'virtual', ${profile.id}, ${JSON.stringify(rule)}::jsonb) returning id`);
  const virtual = await loadProfile(db, Number(rows[0]?.id));
  expect(await walk(virtual, {}, 3)).toEqual(lima);
  expect(await countMembers(editor, virtual, {})).toBe(10);
  expect(await walk(profile, { rule: { all: [{ profile: "lima", op: "not in" }] } }, 7)).toHaveLength(50);
});
