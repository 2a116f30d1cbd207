import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { addMembers, anyName, editor, makeProfile } from "#lib/profiles/profiles-for-tests.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { compareRules } from "./compare-rules.ts";
import { countAndSample } from "./count-and-sample.ts";
import { countMatching, countVirtual } from "./count-matching.ts";
import { createVirtualProfile } from "./create-virtual-profile.ts";
import { inTime } from "./in-time.ts";

const lima: Rule = { field: "City", op: "is", value: "lima" };
const notLima: Rule = { none: [lima] };
let source: Profile;

beforeAll(async () => {
  source = await addMembers(await makeProfile([{ name: "City" }]), [
    { key: "ana@matching.example", values: { City: "Lima" } },
    { key: "ben@matching.example", status: 1, values: { City: "LIMA" } },
    { key: "eva@matching.example", status: 2, values: { City: "Límá" } },
    { key: "leo@matching.example", values: { City: "Quito" } },
    { key: "mia@matching.example" },
  ]);
});

test("those who match are counted, out of how many, and how many of them can be sent to", async () => {
  expect(await countMatching(editor, source, lima)).toEqual({
    count: 3,
    of: 5,
    active: 1,
    unsubscribed: 1,
    bounced: 1,
  });
  expect(await countMatching(editor, source, notLima)).toMatchObject({ count: 2, of: 5, active: 2 });
});

test("without a rule everybody does", async () => {
  expect(await countMatching(editor, source, null)).toEqual({
    count: 5,
    of: 5,
    active: 3,
    unsubscribed: 1,
    bounced: 1,
  });
});

test("an empty list matches nobody, and an empty any neither", async () => {
  const empty: Rule = { field: "City", op: "one of", value: [] };
  expect(await countMatching(editor, source, empty)).toMatchObject({ count: 0, of: 5 });
  expect(await countMatching(editor, source, { any: [] })).toMatchObject({ count: 0 });
});

test("a virtual profile is counted by the rules that it has", async () => {
  const wish = { name: anyName(), description: "", source: { id: source.id }, rules: lima };
  expect(await countVirtual(editor, await createVirtualProfile(editor, wish))).toMatchObject({ count: 3, of: 5 });
});

test("a sample shows some of them, with their values", async () => {
  const { count, sample } = await countAndSample(editor, source, lima);
  expect(count).toEqual(await countMatching(editor, source, lima));
  expect(sample.map(({ key, status }) => [key, status])).toEqual([
    ["ana@matching.example", "active"],
    ["ben@matching.example", "unsubscribed"],
    ["eva@matching.example", "bounced"],
  ]);
  expect(sample[0]?.values).toEqual({ [source.fields[0]?.id ?? 0]: "Lima" });
  expect(sample[0]?.id).toBeGreaterThan(0);
  const all = await countAndSample(editor, source, null);
  expect([all.count.count, all.sample.length]).toEqual([5, 5]);
  expect((await countAndSample(editor, source, { none: [{ any: [notLima, lima] }] })).sample).toEqual([]);
});

test("one rule in the place of another: who comes in, who leaves, and some of both", async () => {
  const quito: Rule = { field: "City", op: "is not", value: "Lima" };
  const change = await compareRules(editor, source, lima, quito, { samples: 10 });
  expect(change).toMatchObject({ gained: 2, lost: 3 });
  expect(change.gainedSample.map(({ key }) => key)).toEqual(["leo@matching.example", "mia@matching.example"]);
  expect(change.lostSample).toHaveLength(3);
  expect(await compareRules(editor, source, lima, lima)).toMatchObject({ gained: 0, lost: 0, gainedSample: [] });
});

test("what takes over five seconds is stopped, and says so", async () => {
  await expect(inTime((tx) => tx.execute(sql`select pg_sleep(8)`))).rejects.toMatchObject({
    kind: "invalid",
    code: "rule_too_slow",
  });
});

test("a question whose answer nobody waits for any more is stopped", async () => {
  const abort = new AbortController();
  const asked = inTime((tx) => tx.execute(sql`select pg_sleep(4), 'outdated'`), abort.signal);
  setTimeout(() => abort.abort(), 200);
  await expect(asked).rejects.toMatchObject({ name: "AbortError" });
  const { rows } = await db.execute(
    sql`select from pg_stat_activity where state = 'active' and query like '%outdated%' and pid <> pg_backend_pid()`,
  );
  expect(rows).toEqual([]);
});

test("such a question can only read", async () => {
  const write = inTime((tx) => tx.execute(sql`update repository_counts set active = 0`));
  await expect(write).rejects.toMatchObject({ cause: { code: "25006" } });
  expect((await db.execute(sql`select 1`)).rowCount).toBe(1);
});
