import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { keyedTables } from "#lib/contacts/journals.ts";
import { check, editor, importFile, makeProfile, upload } from "#lib/imports/import-for-tests.ts";
import { undoImport } from "#lib/imports/undo/undo-import.ts";
import { deleteProfile } from "#lib/profiles/delete-profile.ts";
import { runBulkAction } from "./bulk/run-bulk-action.ts";
import { startBulkAction } from "./bulk/start-bulk-action.ts";
import { contactJson, downloadContact } from "./contact-json.ts";
import { add, contactOf } from "./contacts-for-tests.ts";
import { historyOf } from "./history.ts";
import { membershipsOf } from "./memberships.ts";
import { putMember } from "./put-member.ts";
import { removeMember } from "./remove-member.ts";

const toldOf = async (key: string) => (await contactJson(editor, await contactOf(key))).history;

test("an import that was undone stays in the history, with what it had changed and that it was taken back", async () => {
  const profile = await makeProfile([{ name: "City" }]);
  await add(profile, "ana@history.example", { City: "Lima" });
  const file = "email,city\nana@history.example,Quito\n";
  const update = await importFile(profile, file, { action: "append-or-update" });
  await undoImport(update.id);
  const unsubscribe = await importFile(profile, file, { action: "unsubscribe" });
  await undoImport(unsubscribe.id);
  expect(await toldOf("ana@history.example")).toMatchObject([
    { did: "undone", import: unsubscribe.id },
    { did: "unsubscribed", import: unsubscribe.id, from: "active" },
    { did: "undone", import: update.id },
    { did: "updated", import: update.id, changes: [{ field: "City", before: "Lima", after: "Quito" }] },
    { event: "added" },
    { event: "created" },
  ]);
});

test("nothing of an undone import outlives its profile", async () => {
  const profile = await makeProfile([{ name: "City" }]);
  await add(profile, "bea@history.example", { City: "Lima" });
  const update = await importFile(profile, "email,city\nbea@history.example,Quito\n", { action: "append-or-update" });
  await undoImport(update.id);
  await deleteProfile(editor, profile.id, profile.name);
  expect((await keyedTables(db)).map(({ importId }) => importId)).not.toContain(update.id);
});

test("the document has the whole history, however long; a page has the latest of it", async () => {
  const profile = await makeProfile([{ name: "City" }]);
  const key = "long@history.example";
  await add(profile, key);
  const rows = Array.from({ length: 300 }, (_, row) => `${key},${row}\n`);
  await importFile(profile, `email,city\n${rows.join("")}`, { action: "append-or-update" });
  await db.execute(sql`
    insert into contact_events (key, kind, details)
    select ${key}, 'status', '{"from": "active", "to": "active", "reason": "again"}' from generate_series(1, 600)`);
  const told = await toldOf(key);
  expect(told.filter(({ event }) => event === "status")).toHaveLength(600);
  expect(told.filter((entry) => "did" in entry && entry.did === "line")).toHaveLength(299);
  const contact = await contactOf(key);
  const page = await historyOf(editor, contact, await membershipsOf(editor, contact), { latest: 10 });
  expect(page.map(({ kind }) => kind)).toEqual(Array.from({ length: 10 }, () => "status"));
});

test("the document has what files keep of a person: rejected rows as they came, and rows that wait", async () => {
  const profile = await makeProfile([{ name: "City" }, { name: "Born", type: "date" }]);
  const key = "kept@history.example";
  await add(profile, key, { City: "Lima" });
  await importFile(profile, `email,city,born\n${key},Quito,no date\nmother of ${key},Cusco,2000-01-01\n`);
  const ready = await check(profile, `email,city\n${key},Tacna\n`);
  const unread = await upload(profile, `email,city\n${key},Ica\n`);
  const told = await downloadContact(editor, await contactOf(key));
  expect(told.history).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        outcome: "rejected",
        column: "born",
        value: "no date",
        cells: [key, "Quito", "no date"],
      }),
      expect.objectContaining({ cells: [`mother of ${key}`, "Cusco", "2000-01-01"] }),
    ]),
  );
  expect(told.waiting.sort((one, other) => one.import - other.import)).toMatchObject([
    { import: ready.id, profile: profile.name, line: 2, fields: { City: "Tacna" } },
    { import: unread.id, line: null, fields: null },
  ]);
});

test("a removal leaves in the history which import had added the person, one by one and many at once", async () => {
  const profile = await makeProfile([{ name: "City" }]);
  const [key, other] = ["gone@history.example", "many@history.example"];
  const { id } = await importFile(profile, `email,city\n${key},Lima\n${other},Lima\n`);
  await removeMember(editor, profile.id, key);
  const selection = { profileId: profile.id, search: other };
  const action = await startBulkAction(editor, selection, { kind: "remove" }, 1);
  await runBulkAction(action);
  for (const each of [key, other]) {
    expect(await toldOf(each)).toMatchObject([
      { event: "removed", profile: profile.name },
      { did: "brought", import: id },
      { did: "added", import: id },
    ]);
  }
});

test("an Overwrite is told with the values that it gave, whatever became of them later", async () => {
  const profile = await makeProfile([{ name: "City" }, { name: "Street" }]);
  const key = "over@history.example";
  const first = await importFile(profile, `email,city,street\n${key},Lima,Sol\n`);
  const file = `email,city,street\n${key},Quito,Sol\n`;
  const over = await importFile(profile, file, { action: "overwrite" });
  const gave = [{ field: "City", before: "Lima", after: "Quito" }];
  const isTold = async (changes: unknown) => {
    const told = (await toldOf(key)).filter((entry) => "import" in entry && entry.import === over.id);
    expect(told).toMatchObject([{ did: "replaced", changes, before: { City: "Lima", Street: "Sol" } }]);
    expect(await toldOf(key)).toContainEqual(expect.objectContaining({ did: "added", import: first.id }));
  };
  await isTold(gave);
  await putMember(editor, profile, key, { City: "Cusco" });
  await isTold(gave);
  await importFile(profile, `email,city,street\n${key},Puno,Luna\n`, { action: "append-or-update" });
  await isTold(gave);
  await importFile(profile, "email\nelse@history.example\n", { action: "overwrite", options: { confirmLeave: true } });
  await isTold(gave);
  await putMember(editor, profile, key, { City: "Ica" });
  await isTold(gave);
});

test("whoever was removed after an Overwrite did not leave with it; what it gave is then told as far as it is known", async () => {
  const profile = await makeProfile([{ name: "City" }]);
  const key = "after@history.example";
  await importFile(profile, `email,city\n${key},Lima\nelse2@history.example,Lima\n`);
  const over = await importFile(profile, `email,city\n${key},Quito\n`, { action: "overwrite" });
  await removeMember(editor, profile.id, key);
  const told = async (each: string) =>
    (await toldOf(each)).filter((entry) => "import" in entry && entry.import === over.id);
  expect(await told(key)).toMatchObject([{ did: "replaced", changes: null, before: { City: "Lima" } }]);
  expect(await told("else2@history.example")).toMatchObject([{ did: "left", before: { City: "Lima" } }]);
});
