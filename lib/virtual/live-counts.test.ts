import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { assertRulesFit } from "#lib/contacts/rule-faults.ts";
import { addMembers, editor, makeProfile, makeVirtual } from "#lib/profiles/profiles-for-tests.ts";
import { LONGEST_RULE_MS } from "#lib/rules/too-slow.ts";
import { brokenProfiles } from "./broken-profiles.ts";
import { countAll } from "./count-all.ts";
import { inPacks } from "./count-together.ts";
import { liveCounts } from "./live-counts.ts";

const clients = async () =>
  addMembers(await makeProfile([{ name: "City" }]), [
    { key: "ana@example.com", values: { City: "Lima" } },
    { key: "bea@example.com", status: 1, values: { City: "lima" } },
    { key: "cleo@example.com", status: 2, values: { City: "LIMA" } },
    { key: "dora@example.com", values: { City: "Quito" } },
  ]);

const LIMA = { field: "City", op: "is", value: "Lima" };

test("a virtual profile's counts are those of who matches now", async () => {
  const profile = await clients();
  const virtual = await makeVirtual(profile, { all: [LIMA] });
  expect(await liveCounts(editor, virtual)).toEqual({
    state: "counted",
    counts: { contacts: 3, active: 1, unsubscribed: 1, bounced: 1 },
    at: expect.any(Date),
  });
  await addMembers(profile, [{ key: "eva@example.com", values: { City: "Lima" } }]);
  expect(await liveCounts(editor, virtual)).toMatchObject({ counts: { contacts: 4, active: 2 } });
});

test("a broken one counts nobody, and says why", async () => {
  const virtual = await makeVirtual(await clients(), { none: [{ field: "Town", op: "is", value: "Lima" }] });
  expect(await liveCounts(editor, virtual)).toMatchObject({
    state: "broken",
    faults: [{ path: "none.0.field", message: 'The profile has no field "Town". Choose one that it has.' }],
    counts: { contacts: 0, active: 0, unsubscribed: 0, bounced: 0 },
  });
  await expect(assertRulesFit(virtual)).rejects.toMatchObject({ code: "rules_broken" });
});

test("those that are broken are found among all", async () => {
  const source = await clients();
  const broken = await makeVirtual(source, { all: [{ field: "Gone", op: "empty" }] });
  const whole = await makeVirtual(source, { all: [LIMA] });
  const found = (await brokenProfiles(editor)).map(({ id }) => id);
  expect(found).toContain(broken.id);
  expect(found).not.toContain(whole.id);
});

test("many are counted together, and each as it is alone", async () => {
  const profile = await clients();
  const other = await makeVirtual(await addMembers(await makeProfile([{ name: "Town" }]), [{ key: "a@example.com" }]), {
    all: [{ field: "Town", op: "empty" }],
  });
  const wrong = await makeVirtual(profile, { all: [{ field: "Town", op: "empty" }] });
  const virtuals = [wrong, other];
  for (const city of ["Lima", "Quito", "Cusco"]) {
    for (const op of ["is", "is not", "contains"]) {
      virtuals.push(await makeVirtual(profile, { all: [{ field: "City", op, value: city }] }));
    }
  }
  const within = { all: [{ profile: virtuals[2]?.key ?? "", op: "in" }] };
  const all = [profile, ...virtuals, await makeVirtual(profile, within)];
  const counting = countAll(editor, all);
  const together = await Promise.all(all.map(({ id }) => counting.get(id)));
  const alone = await Promise.all(all.map((each) => liveCounts(editor, each)));
  expect(together).toEqual(alone.map((counts) => ("at" in counts ? { ...counts, at: expect.any(Date) } : counts)));
  expect(together[1]).toMatchObject({ state: "broken" });
  expect(together[3]).toMatchObject({ counts: { contacts: 3, active: 1, unsubscribed: 1, bounced: 1 } });
});

test("those over one source are counted in packs, but for those who are in another profile", async () => {
  const profile = await clients();
  const virtuals = [];
  for (let n = 0; n < 10; n++) virtuals.push(await makeVirtual(profile, { all: [LIMA] }));
  const within = await makeVirtual(profile, { all: [{ profile: virtuals[0]?.key ?? "", op: "in" }] });
  expect(inPacks([profile, ...virtuals, within]).map(({ length }) => length)).toEqual([1, 8, 2, 1]);
});

test("what takes too long together is counted once more, each for itself", async () => {
  const profile = await clients();
  const virtuals = [await makeVirtual(profile, { all: [LIMA] }), await makeVirtual(profile, { none: [LIMA] })];
  const counting = await db.transaction(async (tx) => {
    await tx.execute(sql`lock table ${memberTableName(profile.id)} in access exclusive mode`);
    const begun = countAll(editor, virtuals);
    await sleep(LONGEST_RULE_MS + 500);
    return begun;
  });
  const states = await Promise.all(virtuals.map(({ id }) => counting.get(id)));
  expect(states).toMatchObject([{ counts: { contacts: 3 } }, { counts: { contacts: 1 } }]);
}, 20_000);
