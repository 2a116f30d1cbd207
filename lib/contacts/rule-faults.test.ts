import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { importFile } from "#lib/imports/import-for-tests.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { addMembers, editor, makeProfile, makeVirtual } from "#lib/profiles/profiles-for-tests.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { countMembers, listMembers } from "./list-members.ts";
import { brokenRules, faultsInRule } from "./rule-faults.ts";

const clients = async () =>
  addMembers(await makeProfile([{ name: "City" }]), [
    { key: "ana@example.com", values: { City: "Lima" } },
    { key: "bea@example.com", values: { City: "Quito" } },
  ]);

const LIMA = { field: "City", op: "is", value: "Lima" };
const setRules = async ({ id }: Profile, rules: object) => {
  await db.execute(sql`update profiles set rules = ${JSON.stringify(rules)}::jsonb where id = ${id}`);
  return loadProfile(db, id);
};
const whoIsIn = async (profile: Profile) => {
  const { items } = await listMembers(editor, profile, { limit: 10 });
  expect(items).toHaveLength(await countMembers(editor, profile, {}));
  return items.map(({ key }) => key);
};

test("rules that fit have no fault, and mean those who match", async () => {
  const virtual = await makeVirtual(await clients(), { all: [LIMA] });
  expect(await brokenRules(virtual)).toEqual([]);
  expect(await whoIsIn(virtual)).toEqual(["ana@example.com"]);
});

test.each<[string, object, string]>([
  ["a field that is gone", { any: [{ none: [{ field: "Town", op: "is", value: "Lima" }] }] }, "any.0.none.0.field"],
  ["a type that it has no more", { none: [{ field: "City", op: ">", value: 1 }] }, "none.0.op"],
  ["a profile that is gone", { all: [{ profile: "nowhere", op: "not in" }] }, "all.0.profile"],
  ["an import that never was", { all: [LIMA, { import: 999_999, op: "not in" }] }, "all.1.import"],
  ["no rule at all", { some: [] }, ""],
])("rules that name %s mean nobody, and say where", async (_, rules, path) => {
  const virtual = await makeVirtual(await clients(), rules);
  expect(await brokenRules(virtual)).toMatchObject([{ path, message: expect.stringMatching(/\.$/) }]);
  expect(await whoIsIn(virtual)).toEqual([]);
});

test("who is not in a broken profile is nobody either: the profile that names it is broken too", async () => {
  const profile = await clients();
  const broken = await makeVirtual(profile, { all: [{ field: "Town", op: "empty" }] });
  const other = await makeVirtual(profile, { all: [{ profile: broken.key, op: "not in" }] });
  expect(await brokenRules(other)).toMatchObject([
    { path: "all.0.profile", message: expect.stringContaining(`“${broken.name}” are broken themselves`) },
  ]);
  expect(await whoIsIn(other)).toEqual([]);
});

test("rules that lead back to themselves are refused, and mean nobody", async () => {
  const profile = await clients();
  const a = await makeVirtual(profile, { all: [LIMA] });
  const b = await makeVirtual(profile, { all: [{ profile: a.key, op: "in" }] });
  expect(await whoIsIn(b)).toEqual(["ana@example.com"]);
  const back: Rule = { any: [{ profile: b.key, op: "not in" }] };
  expect(await faultsInRule(a, back, { self: a.key })).toMatchObject([
    { path: "any.0.profile", message: expect.stringContaining(`“${b.name}” lead back`) },
  ]);
  expect(await faultsInRule(a, { profile: a.key, op: "in" }, { self: a.key })).toMatchObject([{ path: "profile" }]);
  expect(await whoIsIn(await setRules(a, back))).toEqual([]);
  expect(await whoIsIn(b)).toEqual([]);
});

test("five virtual profiles may name one another in a row, and no more", async () => {
  const profile = await clients();
  let last = await makeVirtual(profile, { all: [LIMA] });
  for (let n = 1; n < 5; n++) last = await makeVirtual(profile, { all: [{ profile: last.key, op: "in" }] });
  expect(await whoIsIn(last)).toEqual(["ana@example.com"]);
  const sixth = await makeVirtual(profile, { all: [{ profile: last.key, op: "in" }] });
  expect(await brokenRules(sixth)).toMatchObject([{ message: expect.stringContaining("More than 5") }]);
});

test("profiles that name profiles come to a thousand conditions at most", async () => {
  const profile = await clients();
  const many = (rule: object) => ({ any: Array.from({ length: 40 }, () => rule) });
  const first = await makeVirtual(profile, many(LIMA));
  const second = await makeVirtual(profile, many({ profile: first.key, op: "in" }));
  expect(await brokenRules(second)).toMatchObject([{ message: expect.stringContaining("more than 1,000 conditions") }]);
  expect(await whoIsIn(second)).toEqual([]);
});

test("an import counts where it went in, and not in another profile", async () => {
  const profile = await clients();
  const { id } = await importFile(profile, "email,city\ncleo@example.com,Lima\n");
  const came: Rule = { all: [{ import: id, op: "in" }] };
  expect(await whoIsIn(await makeVirtual(profile, came))).toEqual(["cleo@example.com"]);
  expect(await faultsInRule(await clients(), came)).toMatchObject([{ path: "all.0.import" }]);
});
