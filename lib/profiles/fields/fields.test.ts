import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { fieldInput } from "#lib/fields/field-input.ts";
import { check, importFile } from "#lib/imports/import-for-tests.ts";
import { loadImport } from "#lib/imports/queries.ts";
import { undoImport } from "#lib/imports/undo/undo-import.ts";
import { addMembers, editor, makeProfile, makeVirtual, valuesByKey } from "../profiles-for-tests.ts";
import { loadProfile } from "../queries.ts";
import { addField } from "./add-field.ts";
import { countValues } from "./count-values.ts";
import { deleteField } from "./delete-field.ts";
import { editField } from "./edit-field.ts";
import { fieldNamed } from "./find-field.ts";
import { moveField, stepField } from "./move-field.ts";
import { renamed } from "./rename-in-rules.ts";

const input = (name: string, more: object = {}) => fieldInput.parse({ name, type: "text", ...more });
const names = async (id: number) => (await loadProfile(db, id)).fields.map(({ name }) => name);
const abc = () => makeProfile([{ name: "A" }, { name: "B" }, { name: "C" }]);
const idOf = (profile: { fields: { name: string; id: number }[] }, name: string) =>
  profile.fields.find((field) => field.name === name)?.id ?? 0;

describe("a new field", () => {
  test("comes last, and is empty for everybody", async () => {
    const profile = await addMembers(await abc(), [{ key: "ana@example.com", values: { A: "1" } }]);
    await addField(editor, profile.id, input("D"));
    expect(await names(profile.id)).toEqual(["A", "B", "C", "D"]);
    expect(await valuesByKey(profile)).toEqual({ "ana@example.com": { A: "1", B: null, C: null, D: null } });
  });

  test("has a name that no other has, case aside, and that is not reserved", async () => {
    const profile = await abc();
    await expect(addField(editor, profile.id, input("a"))).rejects.toMatchObject({ code: "field_name_taken" });
    for (const name of ["Email", "mobile", "STATUS", "added"]) {
      await expect(addField(editor, profile.id, input(name))).rejects.toMatchObject({
        code: "field_name_reserved",
        details: [{ path: "name" }],
      });
    }
    for (const name of ["__proto__", "select", 'say "hi"', "<b>", "f_1", "key", "import_id"]) {
      await addField(editor, profile.id, input(name));
    }
  });

  test("is the five hundredth at most", async () => {
    const profile = await makeProfile(Array.from({ length: 500 }, (_, at) => ({ name: `F${at}` })));
    await expect(addField(editor, profile.id, input("One more"))).rejects.toMatchObject({ code: "too_many_fields" });
  });

  test("is not for a virtual profile", async () => {
    const virtual = await makeVirtual(await abc(), { all: [] });
    await expect(addField(editor, virtual.id, input("D"))).rejects.toMatchObject({ code: "profile_virtual" });
    await expect(deleteField(editor, virtual.id, virtual.fields[0]?.id ?? 0)).rejects.toMatchObject({
      code: "field_not_found",
    });
  });

  test("does not stand in the way of an earlier Overwrite's undo", async () => {
    const profile = await abc();
    await importFile(profile, "Email,A\nana@example.com,1\n");
    const over = await importFile(profile, "Email,A\nbea@example.com,2\n", { action: "overwrite" });
    await addField(editor, profile.id, input("D"));
    await deleteField(editor, profile.id, idOf(profile, "B"));
    await undoImport(over.id);
    expect((await loadImport(db, over.id)).state).toBe("undone");
    expect(await valuesByKey(profile)).toEqual({ "ana@example.com": { A: "1", C: null, D: null } });
  });
});

test("fields are moved to any place, one step or many", async () => {
  const profile = await abc();
  const { id } = profile;
  await stepField(editor, id, idOf(profile, "C"), -1);
  expect(await names(id)).toEqual(["A", "C", "B"]);
  await stepField(editor, id, idOf(profile, "A"), -1);
  expect(await names(id)).toEqual(["A", "C", "B"]);
  await stepField(editor, id, idOf(profile, "A"), 1);
  expect(await names(id)).toEqual(["C", "A", "B"]);
  await moveField(editor, id, idOf(profile, "B"), 0);
  expect(await names(id)).toEqual(["B", "C", "A"]);
  await moveField(editor, id, idOf(profile, "B"), 99);
  expect(await names(id)).toEqual(["C", "A", "B"]);
});

describe("a field's new name", () => {
  test("may differ in case alone, and not be another's", async () => {
    const profile = await abc();
    await editField(editor, profile.id, idOf(profile, "A"), { name: "a" });
    expect(await names(profile.id)).toEqual(["a", "B", "C"]);
    await expect(editField(editor, profile.id, idOf(profile, "A"), { name: "b" })).rejects.toMatchObject({
      code: "field_name_taken",
    });
  });

  test("is the one that rules know it by from then on", async () => {
    const profile = await abc();
    const rules = { all: [{ field: "a", op: "is", value: "1" }, { none: [{ field: "B", op: "empty" }] }] };
    const virtual = await makeVirtual(profile, rules);
    await editField(editor, profile.id, idOf(profile, "A"), { name: "First name" });
    expect((await loadProfile(db, virtual.id)).rules).toEqual({
      all: [{ field: "First name", op: "is", value: "1" }, { none: [{ field: "B", op: "empty" }] }],
    });
    expect(renamed({ profile: "A", op: "in" }, "A", "B")).toEqual({ profile: "A", op: "in" });
  });
});

test("a field that must not be empty from now on says how many contacts lack it", async () => {
  const profile = await addMembers(await abc(), [
    { key: "ana@example.com", values: { A: "1" } },
    { key: "bea@example.com" },
    { key: "cleo@example.com" },
  ]);
  expect(await editField(editor, profile.id, idOf(profile, "A"), { required: true })).toEqual({ lacking: 2 });
  expect(await editField(editor, profile.id, idOf(profile, "A"), { required: false })).toEqual({ lacking: 0 });
});

describe("the options of a choice", () => {
  const metals = async () =>
    addMembers(await makeProfile([{ name: "Metal", type: "choice", options: ["Oro", "Plata", "Cobre"] }]), [
      { key: "ana@example.com", values: { Metal: "Oro" } },
    ]);

  test("are added, ordered, and taken away where nobody has them", async () => {
    const profile = await metals();
    const id = idOf(profile, "Metal");
    await editField(editor, profile.id, id, { options: ["Bronce", "Plata", "Oro"] });
    expect((await loadProfile(db, profile.id)).fields[0]?.options).toEqual(["Bronce", "Plata", "Oro"]);
    await expect(editField(editor, profile.id, id, { options: ["Plata"] })).rejects.toMatchObject({
      code: "options_in_use",
      message: "Contacts have the options “Oro” (1). Keep them, or give those contacts another value first.",
    });
  });

  test("stay while rules name them, and go where rules name others", async () => {
    const profile = await makeProfile([{ name: "Metal", type: "choice", options: ["Oro", "Plata", "Cobre"] }]);
    const virtual = await makeVirtual(profile, { all: [{ field: "metal", op: "one of", value: ["cobre"] }] });
    const id = idOf(profile, "Metal");
    await expect(editField(editor, profile.id, id, { options: ["Oro", "Plata"] })).rejects.toMatchObject({
      code: "in_use",
      message: expect.stringContaining(virtual.name),
    });
    await editField(editor, profile.id, id, { options: ["Cobre"] });
  });

  test("take their contacts along when they are only spelled anew", async () => {
    const profile = await metals();
    await editField(editor, profile.id, idOf(profile, "Metal"), { options: ["ORO", "Plata", "Cobre"] });
    expect(await valuesByKey(profile)).toEqual({ "ana@example.com": { Metal: "ORO" } });
  });

  test("are at least one, each once, and of a choice only", async () => {
    const profile = await makeProfile([{ name: "Metal", type: "choice", options: ["Oro"] }, { name: "A" }]);
    const set = (name: string, options: string[]) => editField(editor, profile.id, idOf(profile, name), { options });
    await expect(set("Metal", [])).rejects.toMatchObject({ kind: "invalid", details: [{ path: "options" }] });
    await expect(set("Metal", ["Oro", "oro"])).rejects.toMatchObject({ kind: "invalid" });
    await expect(set("A", ["Oro"])).rejects.toMatchObject({ code: "options_without_choice" });
  });
});

describe("deleting a field", () => {
  test("says how many values it would lose, and loses them", async () => {
    const profile = await addMembers(await abc(), [{ key: "ana@example.com", values: { A: "1", B: "2" } }]);
    const field = fieldNamed(profile, "b");
    expect(await countValues(editor, profile, field)).toBe(1);
    expect(await deleteField(editor, profile.id, field.id)).toBe(1);
    expect(await valuesByKey(profile)).toEqual({ "ana@example.com": { A: "1", C: null } });
    const after = await loadProfile(db, profile.id);
    expect(after.revision).toBe(profile.revision + 1);
    expect(() => fieldNamed(after, "B")).toThrow("no such field");
  });

  test("is refused while rules name it, or rows wait that were read with it", async () => {
    const profile = await abc();
    await makeVirtual(profile, { any: [{ field: "B", op: "not empty" }] });
    await expect(deleteField(editor, profile.id, idOf(profile, "B"))).rejects.toMatchObject({ code: "in_use" });
    await check(profile, "Email,A\nana@example.com,1\n");
    await expect(deleteField(editor, profile.id, idOf(profile, "A"))).rejects.toMatchObject({
      code: "import_underway",
    });
  });
});

test("another profile's field is not found, and a viewer changes none", async () => {
  const [one, other] = [await abc(), await abc()];
  const theirs = idOf(other, "A");
  const notFound = { kind: "not_found", code: "field_not_found" };
  await expect(editField(editor, one.id, theirs, { name: "X" })).rejects.toMatchObject(notFound);
  await expect(deleteField(editor, one.id, theirs)).rejects.toMatchObject(notFound);
  await expect(moveField(editor, one.id, theirs, 0)).rejects.toMatchObject(notFound);
  const viewer = { ...editor, role: "viewer" as const };
  await expect(addField(viewer, one.id, input("X"))).rejects.toMatchObject({ code: "not_allowed" });
  await expect(deleteField(viewer, other.id, theirs)).rejects.toMatchObject({ code: "not_allowed" });
  await expect(editField(viewer, other.id, theirs, { name: "X" })).rejects.toMatchObject({ code: "not_allowed" });
});
