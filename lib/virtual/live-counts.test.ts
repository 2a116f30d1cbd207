import { expect, test } from "vitest";
import { assertRulesFit } from "#lib/contacts/rule-faults.ts";
import { addMembers, editor, makeProfile, makeVirtual } from "#lib/profiles/profiles-for-tests.ts";
import { brokenProfiles } from "./broken-profiles.ts";
import { countAll } from "./count-all.ts";
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

test("many are counted a few at a time, each for itself", async () => {
  const profile = await clients();
  const wrong = await makeVirtual(profile, { all: [{ field: "Town", op: "empty" }] });
  const virtuals = [wrong];
  for (let n = 0; n < 9; n++) virtuals.push(await makeVirtual(profile, { all: [LIMA] }));
  const counting = countAll(editor, [profile, ...virtuals]);
  const states = await Promise.all([profile, ...virtuals].map(({ id }) => counting.get(id)));
  expect(states.map((each) => each?.state)).toEqual(["counted", "broken", ...Array(9).fill("counted")]);
  expect(states.at(-1)).toMatchObject({ counts: { contacts: 3 } });
});
