import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { lockAllProfilesForEdit } from "#db/locks.ts";
import { memberTableName } from "#db/member-table.ts";
import { bulkActions, contactEvents } from "#db/schema.ts";
import { sentForm } from "#lib/http/sent-form.ts";
import { editor, importFile, makeProfile, membersOf } from "#lib/imports/import-for-tests.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { makeVirtual } from "#lib/profiles/profiles-for-tests.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { changeStatus } from "../change-status.ts";
import { choose } from "../chosen.ts";
import { add, contactOf, eventsOf, expectCountsToHold } from "../contacts-for-tests.ts";
import type { BulkDeed } from "./bulk-action.ts";
import { eraseMany } from "./erase-many.ts";
import { bulkActionById } from "./queries.ts";
import { failBulkAction, type Run, runBulkAction } from "./run-bulk-action.ts";
import { countSelected, type Selection } from "./selection.ts";
import { startBulkAction } from "./start-bulk-action.ts";

const FIELDS = [{ name: "City" }, { name: "Born", type: "date" as const }, { name: "Vip", type: "yesno" as const }];

async function filled(rows = 30): Promise<Profile> {
  const profile = await makeProfile(FIELDS);
  const lines = Array.from({ length: rows }, (_, n) => `${profile.key}${n}@example.com,${n % 3 ? "Lima" : "Quito"},,`);
  await importFile(profile, `email,city,born,vip\n${lines.join("\n")}\n`);
  return loadProfile(db, profile.id);
}

/** Confirms and runs it, as page and job do. */
async function run(selection: Selection, deed: BulkDeed) {
  const id = await startBulkAction(editor, selection, deed, await countSelected(editor, selection));
  await runBulkAction(id);
  return bulkActionById(editor, id);
}

const inLima = { all: [{ field: "City", op: "is" as const, value: "Lima" }] };

test("a status of all who match changes everywhere, with its reason, and exactly so many", async () => {
  const [profile, other] = [await filled(), await makeProfile(FIELDS)];
  await add(other, `${profile.key}1@example.com`);
  await changeStatus(
    editor,
    (await contactOf(`${profile.key}2@example.com`)).id,
    { status: "bounced", reason: "x" },
    null,
  );
  const done = await run(
    { profileId: profile.id, rule: inLima },
    { kind: "status", status: "bounced", reason: "a test" },
  );
  expect(done).toMatchObject({
    state: "done",
    expected: 20,
    done: 20,
    changed: 19,
    report: [{ reason: "same_status", count: 1 }],
  });
  const members = await membersOf(profile);
  for (const [key, member] of Object.entries(members)) {
    expect([key, member.status]).toEqual([key, member.City === "Lima" ? "2" : "0"]);
  }
  expect((await membersOf(other))[`${profile.key}1@example.com`]?.status).toBe("2");
  expect((await eventsOf(`${profile.key}1@example.com`)).at(-1)).toEqual({
    kind: "status",
    details: { from: "active", to: "bounced", reason: "a test" },
  });
  await expectCountsToHold();
});

test("the rows that were ticked are meant, and nobody else", async () => {
  const profile = await filled(10);
  const ids = await Promise.all([3, 5].map(async (n) => (await contactOf(`${profile.key}${n}@example.com`)).id));
  await run({ profileId: null, ticked: ids }, { kind: "status", status: "unsubscribed", reason: "asked" });
  const gone = Object.entries(await membersOf(profile)).filter(([, { status }]) => status === "1");
  expect(gone.map(([key]) => key).sort()).toEqual([3, 5].map((n) => `${profile.key}${n}@example.com`));
});

test("a field of many is set and emptied, and the history holds what was there", async () => {
  const profile = await filled(6);
  const [city, born, vip] = profile.fields;
  const all = { profileId: profile.id };
  const set = (fieldId: number | undefined, value: string | null) =>
    run(all, { kind: "set-field", fieldId: fieldId ?? 0, value });
  expect(await set(city?.id, "lima")).toMatchObject({ changed: 6, report: [] });
  expect(await set(city?.id, "lima")).toMatchObject({ changed: 0, report: [{ reason: "same_value", count: 6 }] });
  await set(born?.id, "2000-02-29");
  await set(vip?.id, "t");
  await set(city?.id, null);
  for (const member of Object.values(await membersOf(profile))) {
    expect(member).toEqual({ status: "0", City: null, Born: "2000-02-29", Vip: "true" });
  }
  expect((await eventsOf(`${profile.key}0@example.com`))[0]?.details).toEqual({
    changes: [{ fieldId: city?.id, name: "City", type: "text", before: "Quito", after: "lima" }],
  });
  await expect(set(99_999_999, "x")).rejects.toMatchObject({ code: "field_gone" });
});

test("many are added to a profile with their status and the values that it knows, and the others are told apart", async () => {
  const source = await filled(6);
  const target = await makeProfile([{ name: "city" }, { name: "Born" }, { name: "Note", required: false }]);
  await changeStatus(
    editor,
    (await contactOf(`${source.key}1@example.com`)).id,
    { status: "bounced", reason: "x" },
    null,
  );
  await add(target, `${source.key}2@example.com`, { city: "Puno" });
  const done = await run({ profileId: source.id }, { kind: "add-to-profile", profileId: target.id });
  expect(done).toMatchObject({ changed: 5, report: [{ reason: "in_already", count: 1 }] });
  const members = await membersOf(target);
  expect(members[`${source.key}1@example.com`]).toMatchObject({ status: "2", city: "Lima", Born: null });
  expect(members[`${source.key}2@example.com`]).toMatchObject({ city: "Puno" });
  await expectCountsToHold();

  const phones = await makeProfile([], "mobile_only");
  const wrong = run({ profileId: source.id }, { kind: "add-to-profile", profileId: phones.id });
  await expect(wrong).rejects.toMatchObject({ code: "other_key_kind" });
  const strict = await makeProfile([{ name: "Note", required: true }]);
  const lacking = run({ profileId: source.id }, { kind: "add-to-profile", profileId: strict.id });
  await expect(lacking).rejects.toMatchObject({ code: "required_fields", message: expect.stringContaining("Note") });
});

test("from the repository only those go in whom the profile can know", async () => {
  const [emails, phones] = [await filled(2), await makeProfile([], "mobile_only")];
  await add(phones, "+56 9 8765 4321");
  const ids = await Promise.all(
    [`${emails.key}0@example.com`, "+56987654321"].map(async (key) => (await contactOf(key)).id),
  );
  const target = await makeProfile([]);
  const done = await run({ profileId: null, ticked: ids }, { kind: "add-to-profile", profileId: target.id });
  expect(done).toMatchObject({ expected: 2, changed: 1, report: [{ reason: "other_key", count: 1 }] });
});

test("many are removed from a profile and stay in the repository, or are erased everywhere", async () => {
  const profile = await filled(9);
  expect(await run({ profileId: profile.id, rule: inLima }, { kind: "remove" })).toMatchObject({ changed: 6 });
  expect(Object.keys(await membersOf(profile))).toHaveLength(3);
  await contactOf(`${profile.key}1@example.com`);
  expect(await run({ profileId: profile.id }, { kind: "erase" })).toMatchObject({ changed: 3 });
  await expect(contactOf(`${profile.key}0@example.com`)).rejects.toMatchObject({ code: "contact_not_found" });
  expect(
    await db
      .select()
      .from(contactEvents)
      .where(eq(contactEvents.key, `${profile.key}0@example.com`)),
  ).toEqual([]);
  await expectCountsToHold();
});

test("an action does exactly the number that was told, or nothing and says why", async () => {
  const profile = await filled(5);
  const selection = { profileId: profile.id };
  const deed = { kind: "remove" as const };
  await expect(startBulkAction(editor, selection, deed, 4)).rejects.toMatchObject({
    code: "selection_changed",
    message: expect.stringContaining("You were told 4, and now 5 are meant"),
  });
  const id = await startBulkAction(editor, selection, deed, 5);
  await add(profile, "meanwhile@example.com");
  const error = await runBulkAction(id).catch((thrown) => thrown);
  await failBulkAction(id, error);
  expect(await bulkActionById(editor, id)).toMatchObject({ state: "failed", errorCode: "selection_changed", done: 0 });
  expect(Object.keys(await membersOf(profile))).toHaveLength(6);
});

test("a form that comes twice starts one action, also when the first one has left nobody to be meant", async () => {
  const profile = await filled(2);
  const sent = sentForm(editor, { once: "word" });
  const start = () => startBulkAction(editor, { profileId: profile.id }, { kind: "remove" }, 2, sent);
  const [id, same] = await Promise.all([start(), start()]);
  expect(same).toBe(id);
  await runBulkAction(id);
  expect(await start()).toBe(id);
});

test("an action that died half-way is done by the next try, once, and one that is over is left alone", async () => {
  const profile = await filled(4);
  const id = await startBulkAction(editor, { profileId: profile.id }, { kind: "remove" }, 4);
  await db.update(bulkActions).set({ state: "running", done: 3 }).where(eq(bulkActions.id, id));
  await Promise.allSettled([runBulkAction(id), runBulkAction(id)]);
  await runBulkAction(id);
  const done = await bulkActionById(editor, id);
  expect(done).toMatchObject({ state: "done", changed: 4 });
  await failBulkAction(id, new Error("too late"));
  expect((await bulkActionById(editor, id)).state).toBe("done");
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from contact_events where bulk_action_id = ${id}`,
  );
  expect(rows[0]?.count).toBe(4);
  await expectCountsToHold();
});

test("whom an action was about is forgotten when it is over", async () => {
  const profile = await filled(2);
  const { id } = await run({ profileId: profile.id, search: "1@example" }, { kind: "remove" });
  const [row] = await db.select().from(bulkActions).where(eq(bulkActions.id, id));
  expect(row?.selection).toEqual({});
});

test("those whom a virtual profile means are added to a profile, with their values, and nobody else", async () => {
  const [profile, target] = [await filled(6), await makeProfile(FIELDS)];
  const virtual = await makeVirtual(profile, inLima);
  const done = await run({ profileId: virtual.id }, { kind: "add-to-profile", profileId: target.id });
  expect(done).toMatchObject({ state: "done", expected: 4, changed: 4 });
  const members = Object.entries(await membersOf(target));
  expect(members.map(([key, { City }]) => [key, City])).toEqual(
    [1, 2, 4, 5].map((n) => [`${profile.key}${n}@example.com`, "Lima"]),
  );
  await expectCountsToHold();
});

test("an erasure of many tells how far it is, as every action does", async () => {
  const profile = await filled(3);
  const heard: number[] = [];
  await db.transaction(async (tx) => {
    await lockAllProfilesForEdit(tx);
    const chosen = await choose(tx, sql`select key from ${memberTableName(profile.id)}`);
    const progress = async (done: number) => void heard.push(done);
    const run = { tx, chosen, progress, deed: { kind: "erase" } } as Run;
    expect(await eraseMany(run)).toEqual({ changed: 3, left: [] });
  });
  expect(heard).toEqual([3]);
  expect(await membersOf(profile)).toEqual({});
  await expectCountsToHold();
});

test("who may not edit starts nothing, and a Virtual profile lets nobody be removed", async () => {
  const profile = await filled(1);
  const viewer = { ...editor, role: "viewer" as const };
  const start = startBulkAction(viewer, { profileId: profile.id }, { kind: "remove" }, 1);
  await expect(start).rejects.toMatchObject({ kind: "forbidden" });
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into profiles (key, name, type, source_id, rules)
    values ('virtual', 'All', 'virtual', ${profile.id}, '{"all":[]}') returning id`);
  const virtual = { profileId: Number(rows[0]?.id) };
  await expect(run(virtual, { kind: "remove" })).rejects.toMatchObject({ code: "profile_is_virtual" });
  expect(await run(virtual, { kind: "status", status: "bounced", reason: "x" })).toMatchObject({ changed: 1 });
});
