import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { keyedTables } from "#lib/contacts/journals.ts";
import { editor, importFile, makeProfile } from "#lib/imports/import-for-tests.ts";
import { undoImport } from "#lib/imports/undo/undo-import.ts";
import { deleteProfile } from "#lib/profiles/delete-profile.ts";
import { contactJson } from "./contact-json.ts";
import { add, contactOf } from "./contacts-for-tests.ts";

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
