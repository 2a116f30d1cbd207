import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contacts } from "#db/schema.ts";
import { add, contactOf, expectCountsToHold, formOf, versionOf } from "#lib/contacts/contacts-for-tests.ts";
import { eraseContact } from "#lib/contacts/erase-contact.ts";
import { memberRow } from "#lib/contacts/member-row.ts";
import { removeMember } from "#lib/contacts/remove-member.ts";
import { updateMember } from "#lib/contacts/update-member.ts";
import { fieldInput } from "#lib/fields/field-input.ts";
import { deleteProfile } from "#lib/profiles/delete-profile.ts";
import { emptyProfile } from "#lib/profiles/empty-profile.ts";
import { addField } from "#lib/profiles/fields/add-field.ts";
import { deleteField } from "#lib/profiles/fields/delete-field.ts";
import { editField } from "#lib/profiles/fields/edit-field.ts";
import { retypeField } from "#lib/profiles/fields/retype-field.ts";
import { retypeInput } from "#lib/profiles/input.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { failUndo } from "../fail-import.ts";
import type { ImportAction } from "../import.ts";
import { editor, importFile, makeProfile, membersOf } from "../import-for-tests.ts";
import { loadImport } from "../queries.ts";
import { requestUndo } from "./request-undo.ts";
import { editsSince, undoProblem } from "./undo-forecast.ts";
import { undoImport } from "./undo-import.ts";

/* What happens between an import and its undo: fields and people change, and both count. */

const ACTIONS: ImportAction[] = ["append", "append-or-update", "overwrite"];
let made = 0;

/** A profile of two, and an import that changes one of them, lets the other go where it overwrites, and adds a third. */
async function imported(action: ImportAction) {
  const profile = await makeProfile([{ name: "City" }, { name: "Size", type: "choice", options: ["S", "M", "XL"] }]);
  const domain = `u${++made}.example`;
  await importFile(profile, `email,city,size\nana@${domain},1,S\nbea@${domain},2,S\n`);
  const done = await importFile(profile, `email,city,size\nana@${domain},3,XL\nzoe@${domain},4,XL\n`, { action });
  return { profile, done, ana: `ana@${domain}`, bea: `bea@${domain}`, zoe: `zoe@${domain}` };
}

async function undo(importId: number) {
  await requestUndo(editor, importId);
  await undoImport(importId);
  expect((await loadImport(db, importId)).state).toBe("undone");
  await expectCountsToHold();
}

const now = (profile: Profile) => loadProfile(db, profile.id).then(membersOf);
const idOf = (profile: Profile, name: string) => profile.fields.find((field) => field.name === name)?.id ?? 0;

async function edit(profile: Profile, key: string, values: Record<string, string>) {
  const { id } = await contactOf(key);
  const version = await versionOf(profile, key);
  await updateMember(editor, { contactId: id, profileId: profile.id, version, values: formOf(profile, values) });
}

describe.each(ACTIONS)("the undo of %s", (action) => {
  test("brings values back also where a field was added, renamed, retyped or spelled anew since", async () => {
    const { profile, done, ana, bea } = await imported(action);
    await addField(editor, profile.id, fieldInput.parse({ name: "New", type: "text" }));
    await editField(editor, profile.id, idOf(profile, "City"), { name: "Town" });
    await retypeField(editor, profile.id, idOf(profile, "City"), retypeInput.parse({ type: "number" }));
    await editField(editor, profile.id, idOf(profile, "Size"), { options: ["s", "m", "xl"] });
    await undo(done.id);
    expect(await now(profile)).toEqual({
      [ana]: { status: "0", Town: "1", Size: "s", New: null },
      [bea]: { status: "0", Town: "2", Size: "s", New: null },
    });
  });

  test("leaves a field deleted that was deleted since", async () => {
    const { profile, done, ana, bea } = await imported(action);
    await deleteField(editor, profile.id, idOf(profile, "City"));
    await undo(done.id);
    expect(await now(profile)).toEqual({ [ana]: { status: "0", Size: "S" }, [bea]: { status: "0", Size: "S" } });
  });

  test("keeps what was edited or added by hand since, and names who was edited beforehand", async () => {
    const { profile, done, ana, bea, zoe } = await imported(action);
    const yoko = ana.replace("ana", "yoko");
    await edit(profile, zoe, { City: "5" });
    if (action !== "append") await edit(profile, ana, { Size: "M" });
    await add(profile, yoko, { City: "6" });
    const named = action === "append" ? [zoe] : action === "overwrite" ? [ana, yoko, zoe] : [ana, zoe];
    const ofContact = async (key: string) => ({ key, contactId: (await contactOf(key)).id });
    expect(await editsSince(editor, await loadImport(db, done.id), profile)).toEqual({
      kept: await Promise.all(named.map(ofContact)),
      count: named.length,
    });
    await undo(done.id);
    expect(await now(profile)).toMatchObject({
      [ana]: { City: "1", Size: action === "append" ? "S" : "M" },
      [bea]: { City: "2", Size: "S" },
      [zoe]: { City: "5", Size: "XL" },
      [yoko]: { City: "6" },
    });
  });

  test("does not bring back who was erased since", async () => {
    const { profile, done, ana, bea, zoe } = await imported(action);
    for (const key of [ana, zoe]) await eraseContact(editor, (await contactOf(key)).id);
    await undo(done.id);
    expect(Object.keys(await now(profile))).toEqual([bea]);
    expect(await db.$count(contacts, eq(contacts.key, ana))).toBe(0);
  });

  test("of a profile that was emptied since returns what an Overwrite replaced, and nobody else", async () => {
    const { profile, done, ana, bea, zoe } = await imported(action);
    await emptyProfile(editor, profile.id);
    await undo(done.id);
    expect(Object.keys(await now(profile))).toEqual(action === "overwrite" ? [ana, bea] : []);
    expect(await db.$count(contacts, eq(contacts.key, ana))).toBe(1); // an earlier import brought her
    expect(await db.$count(contacts, eq(contacts.key, zoe))).toBe(0);
  });

  test("does the rest when somebody was taken out since", async () => {
    const { profile, done, ana, bea } = await imported(action);
    await removeMember(editor, profile.id, ana);
    await undo(done.id);
    expect(Object.keys(await now(profile))).toEqual(action === "overwrite" ? [ana, bea] : [bea]);
  });

  test("says beforehand that it cannot be once the profile is deleted", async () => {
    const { profile, done } = await imported(action);
    await deleteProfile(editor, profile.id, profile.name);
    expect(await undoProblem(await loadImport(db, done.id))).toMatchObject({ code: "undo_profile_gone" });
    await expect(requestUndo(editor, done.id)).rejects.toMatchObject({ code: "undo_profile_gone" });
  });
});

test("an edit of a field that the file did not bring stays, and so does its time", async () => {
  const { profile, ana } = await imported("append");
  const update = await importFile(profile, `email,city\n${ana},9\n`, { action: "append-or-update" });
  await edit(profile, ana, { Size: "XL" });
  const edited = await memberRow(db, profile, ana);
  await undo(update.id);
  expect((await now(profile))[ana]).toEqual({ status: "0", City: "1", Size: "XL" });
  expect((await memberRow(db, profile, ana))?.updatedAt).toEqual(edited?.updatedAt);
});

test("an undo that fails leaves the import Done, says why, and can be asked for again", async () => {
  const { done } = await imported("append");
  await requestUndo(editor, done.id);
  await failUndo(done.id, Object.assign(new Error("no room"), { code: "53100" }));
  expect(await loadImport(db, done.id)).toMatchObject({
    state: "done",
    undoRequestedAt: null,
    errorCode: "disk_full",
  });
  await undo(done.id);
  expect(await loadImport(db, done.id)).toMatchObject({ errorCode: null, errorMessage: null });
});
