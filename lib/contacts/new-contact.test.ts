import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, pool } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { editor, makeProfile, membersOf } from "#lib/imports/import-for-tests.ts";
import { changeStatus } from "./change-status.ts";
import { add, contactOf, eventsOf, expectCountsToHold, formOf } from "./contacts-for-tests.ts";
import { addContact } from "./new-contact.ts";
import { putMember } from "./put-member.ts";

const FIELDS = [
  { name: "City" },
  { name: "Born", type: "date" },
  { name: "Plan", type: "choice", options: ["Free", "Team"] },
] as const;
const newsletter = () =>
  makeProfile(FIELDS.map((field) => ({ ...field, options: "options" in field ? [...field.options] : [] })));

test("a new contact is in the profile with its values, and in the repository", async () => {
  const profile = await newsletter();
  const { outcome } = await add(profile, " Ana <Ana@Example.com> ", {
    City: " Lima ",
    Born: "31/12/1999",
    Plan: "team",
  });
  expect(outcome).toBe("added");
  expect((await membersOf(profile))["ana@example.com"]).toEqual({
    status: "0",
    City: "Lima",
    Born: "1999-12-31",
    Plan: "Team",
  });
  expect(await contactOf("ana@example.com")).toMatchObject({ status: "active", keyKind: "email" });
  expect((await eventsOf("ana@example.com")).map(({ kind }) => kind)).toEqual(["created", "added"]);
  await expectCountsToHold();
});

test("a Mobile Only profile takes a number, and keeps it in E.164", async () => {
  const profile = await makeProfile([], "mobile_only");
  await add(profile, "+56 9 1234 5678");
  expect(Object.keys(await membersOf(profile))).toEqual(["+56912345678"]);
});

test("wrong values come back with a sentence for each control, and nothing is added", async () => {
  const profile = await newsletter();
  const [, born, plan] = profile.fields;
  const wrong = add(profile, "wrong@example.com", { Born: "31/02/2000", Plan: "Gold" });
  await expect(wrong).rejects.toMatchObject({
    code: "wrong_values",
    details: [
      { path: `f${born?.id}`, message: expect.stringContaining("no day of the calendar") },
      { path: `f${plan?.id}`, message: expect.stringContaining("none of the options") },
    ],
  });
  await expect(add(profile, "no address")).rejects.toMatchObject({ code: "wrong_key", details: [{ path: "key" }] });
  await expect(add(profile, "  ")).rejects.toMatchObject({ details: [{ message: "Enter the email." }] });
  await expect(contactOf("wrong@example.com")).rejects.toMatchObject({ code: "contact_not_found" });
  await expectCountsToHold();
});

test("a field that must not be empty is asked for", async () => {
  const profile = await makeProfile([{ name: "City", required: true }]);
  await expect(add(profile, "empty@example.com", { City: " " })).rejects.toMatchObject({ code: "wrong_values" });
  await expect(add(profile, "left.out@example.com")).rejects.toMatchObject({ code: "wrong_values" });
});

test("an address that is in the profile already changes nothing, and the answer says what would change", async () => {
  const profile = await makeProfile([
    { name: "City", required: true },
    { name: "Plan" },
    { name: "Spent", type: "number" },
  ]);
  await add(profile, "leo@example.com", { City: "Lima", Spent: "1.50" });
  const again = await add(profile, "LEO@example.com", { City: "Quito", Plan: "", Spent: "1.5" });
  expect(again).toMatchObject({ outcome: "exists", changes: [{ name: "City", before: "Lima", after: "Quito" }] });
  expect((await membersOf(profile))["leo@example.com"]).toMatchObject({ City: "Lima" });
  await expectCountsToHold();
});

test.each(["unsubscribed", "bounced"] as const)("an address that is %s is added with that status", async (status) => {
  const [first, second] = [await newsletter(), await newsletter()];
  const key = `${status}@example.com`;
  await add(first, key);
  await changeStatus(editor, (await contactOf(key)).id, { status, reason: "asked by mail" }, null);
  expect(await add(second, key)).toMatchObject({ outcome: "added", contact: { status, isNew: false } });
  expect((await membersOf(second))[key]?.status).toBe(status === "bounced" ? "2" : "1");
  await expectCountsToHold();
});

test("of two who add one address at once, one adds it and the other is told that it exists", async () => {
  const profile = await newsletter();
  for (let round = 0; round < 10; round++) {
    const key = `twice${round}@example.com`;
    const both = await Promise.all([add(profile, key, { City: "Lima" }), add(profile, key, { City: "Quito" })]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["added", "exists"]);
  }
  await expectCountsToHold();
});

test("so it is with an address that the repository knows from another profile, and with two programs", async () => {
  const [first, second] = [await newsletter(), await newsletter()];
  for (let round = 0; round < 10; round++) {
    const key = `known${round}@example.com`;
    await add(first, key);
    const both = await Promise.all([add(second, key), add(second, key)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["added", "exists"]);
    const other = `put${round}@example.com`;
    await add(first, other);
    const puts = await Promise.all(["Lima", "Quito"].map((City) => putMember(editor, second, other, { City })));
    expect(puts.map(({ added }) => added).sort()).toEqual([false, true]);
  }
  await expectCountsToHold();
});

test("a status that changes while the same person is added elsewhere is the member's too", async () => {
  const [first, second] = [await newsletter(), await newsletter()];
  for (let round = 0; round < 10; round++) {
    const key = `race${round}@example.com`;
    await add(first, key);
    const { id } = await contactOf(key);
    await Promise.all([add(second, key), changeStatus(editor, id, { status: "unsubscribed", reason: "asked" }, null)]);
    expect((await membersOf(second))[key]?.status).toBe("1");
  }
  await expectCountsToHold();
});

test("while an import changes the profile, one is told to try again, and nothing waits forever", async () => {
  const profile = await newsletter();
  const importing = await pool.connect();
  try {
    await importing.query("begin");
    await importing.query("select pg_advisory_xact_lock(1, $1)", [profile.id]);
    await expect(add(profile, "waits@example.com")).rejects.toMatchObject({ kind: "busy", code: "profile_busy" });
  } finally {
    await importing.query("rollback");
    importing.release();
  }
  expect((await add(profile, "waits@example.com")).outcome).toBe("added");
});

test("a Virtual profile takes nobody, and a viewer adds nobody", async () => {
  const profile = await newsletter();
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into profiles (key, name, type, source_id, rules)
    values ('v', 'Virtual', 'virtual', ${profile.id}, '{"all":[]}') returning id`);
  const virtual = { profileId: Number(rows[0]?.id), key: "a@example.com", values: {} };
  await expect(addContact(editor, virtual)).rejects.toMatchObject({ code: "profile_is_virtual" });
  const viewer = { ...editor, role: "viewer" as const };
  await expect(
    addContact(viewer, { profileId: profile.id, key: "a@example.com", values: formOf(profile, {}) }),
  ).rejects.toMatchObject({ kind: "forbidden" });
  const { rows: none } = await db.execute(sql`select key from ${memberTableName(profile.id)}`);
  expect(none).toEqual([]);
});
