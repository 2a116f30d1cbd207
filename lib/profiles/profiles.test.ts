import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db, openClient, over } from "#db/client.ts";
import { lockProfile } from "#db/locks.ts";
import { memberTableName } from "#db/member-table.ts";
import { contacts, imports, profiles } from "#db/schema.ts";
import { check, importFile, upload } from "#lib/imports/import-for-tests.ts";
import { loadImport } from "#lib/imports/queries.ts";
import { archiveProfile, restoreProfile } from "./archive-profile.ts";
import { deleteProfile } from "./delete-profile.ts";
import { duplicateProfile } from "./duplicate-profile.ts";
import { editProfile } from "./edit-profile.ts";
import { emptyProfile } from "./empty-profile.ts";
import { profileInput } from "./input.ts";
import { addMembers, anyName, editor, makeProfile, makeVirtual, valuesByKey } from "./profiles-for-tests.ts";
import { listProfiles, loadProfile, repositoryTotals } from "./queries.ts";

const viewer = { ...editor, role: "viewer" as const };
const three = [
  { key: "ana@example.com", values: { City: "Lima" } },
  { key: "bea@example.com", status: 1 as const },
  { key: "cleo@example.com", status: 2 as const, values: { City: "Quito" } },
];
const withThree = async () => addMembers(await makeProfile([{ name: "City" }]), three);
const tableExists = async (id: number) => {
  const { rows } = await db.execute<{ there: boolean }>(
    sql`select to_regclass(${`audience.profile_${id}`}) is not null as there`,
  );
  return rows[0]?.there;
};

describe("a profile's name", () => {
  test("is one line of up to 100 characters, and anything may stand in it", () => {
    const of = (name: unknown) => profileInput.safeParse({ name, type: "regular" });
    for (const name of ["<b>News</b>", "a' or 1=1 --", "__proto__", "ñ".repeat(100), "😀".repeat(100)]) {
      expect(of(name).data?.name).toBe(name);
    }
    for (const name of ["", "   ", "\u00a0\u200b", "x".repeat(300), "two\nlines", "nul\0", 7, null, undefined]) {
      expect(of(name).success).toBe(false);
    }
  });

  test("is unique without regard to case", async () => {
    const { name } = await makeProfile();
    const taken = { code: "profile_name_taken", kind: "conflict" };
    await expect(makeProfile([], { name: name.toUpperCase() })).rejects.toMatchObject(taken);
    const other = await makeProfile();
    await expect(editProfile(editor, other.id, { name: name.toUpperCase() })).rejects.toMatchObject(taken);
    await expect(duplicateProfile(editor, other.id, { name, contacts: false })).rejects.toMatchObject(taken);
    const upper = await editProfile(editor, other.id, {
      name: other.name.toUpperCase(),
      description: "Now in capitals",
    });
    expect(upper).toMatchObject({ name: other.name.toUpperCase(), description: "Now in capitals" });
  });
});

test("a profile may have 500 fields, of any names, and be listed and copied", async () => {
  const names = ["__proto__", "select", 'a "quoted" one', "<img src=x onerror=alert(1)>", "constructor"];
  const fields = Array.from({ length: 500 }, (_, at) => ({ name: names[at] ?? `Field ${at}` }));
  const profile = await makeProfile(fields);
  expect(profile.fields.map(({ name }) => name)).toEqual(fields.map(({ name }) => name));
  const copy = await duplicateProfile(editor, profile.id, { name: anyName(), contacts: true });
  expect(copy.fields.map(({ name }) => name)).toEqual(profile.fields.map(({ name }) => name));
});

describe("a duplicate", () => {
  test("has the fields, and the contacts with their values when wanted", async () => {
    const profile = await withThree();
    const bare = await duplicateProfile(editor, profile.id, { name: anyName(), contacts: false });
    expect(bare).toMatchObject({ counts: { contacts: 0 }, type: "regular", fields: [{ name: "City" }] });
    const full = await duplicateProfile(editor, profile.id, { name: anyName(), contacts: true });
    expect(full.counts).toEqual({ contacts: 3, active: 1, unsubscribed: 1, bounced: 1 });
    expect(full.key).not.toBe(profile.key);
    expect(await valuesByKey(full)).toEqual(await valuesByKey(profile));
  });

  test("of a virtual profile has its rules", async () => {
    const virtual = await makeVirtual(await makeProfile(), { all: [] });
    const copy = await duplicateProfile(editor, virtual.id, { name: anyName(), contacts: false });
    expect(copy).toMatchObject({ type: "virtual", sourceId: virtual.sourceId, rules: { all: [] } });
  });

  test("of a virtual profile with its contacts is a Regular one of those who match now", async () => {
    const source = await withThree();
    const rules = { none: [{ field: "status", op: "is", value: "bounced" }] };
    const virtual = await makeVirtual(source, rules);
    const copy = await duplicateProfile(editor, virtual.id, { name: anyName(), contacts: true });
    expect(copy).toMatchObject({ type: "regular", sourceId: null, rules: null, fields: [{ name: "City" }] });
    expect(copy.counts).toEqual({ contacts: 2, active: 1, unsubscribed: 1, bounced: 0 });
    const values = await valuesByKey(source);
    for (const [key, copied] of Object.entries(await valuesByKey(copy))) expect(copied).toEqual(values[key]);
    const broken = await makeVirtual(source, { all: [{ field: "Town", op: "empty" }] });
    await expect(duplicateProfile(editor, broken.id, { name: anyName(), contacts: true })).rejects.toMatchObject({
      code: "rules_broken",
    });
  });
});

describe("emptying a profile", () => {
  test("takes its contacts out and leaves them in the repository", async () => {
    const profile = await withThree();
    const before = await repositoryTotals(editor);
    expect(await emptyProfile(editor, profile.id)).toBe(3);
    const after = await loadProfile(db, profile.id);
    expect(after.counts).toEqual({ contacts: 0, active: 0, unsubscribed: 0, bounced: 0 });
    expect(after.revision).toBe(profile.revision + 1);
    expect(await repositoryTotals(editor)).toEqual(before);
    expect(await db.$count(contacts, eq(contacts.key, "ana@example.com"))).toBe(1);
  });

  test("is not for a virtual profile", async () => {
    const virtual = await makeVirtual(await makeProfile(), { all: [] });
    await expect(emptyProfile(editor, virtual.id)).rejects.toMatchObject({ code: "profile_virtual" });
  });
});

describe("deleting a profile", () => {
  test("needs its name, typed", async () => {
    const { id, name } = await withThree();
    for (const wrong of ["", name.toUpperCase().replace("PROFILE", "profile"), `${name} 2`]) {
      await expect(deleteProfile(editor, id, wrong)).rejects.toMatchObject({
        code: "wrong_confirmation",
        details: [{ path: "confirmation" }],
      });
    }
    await deleteProfile(editor, id, ` ${name} `);
    await expect(loadProfile(db, id)).rejects.toMatchObject({ code: "profile_not_found" });
    await expect(deleteProfile(editor, id, name)).rejects.toMatchObject({ code: "profile_not_found" });
  });

  test("leaves the repository's people and counts as they are, and no table behind", async () => {
    const { id, name } = await withThree();
    const before = await repositoryTotals(editor);
    await deleteProfile(editor, id, name);
    expect(await repositoryTotals(editor)).toEqual(before);
    expect(await tableExists(id)).toBe(false);
  });

  test("is refused while a virtual profile is built on it or names it", async () => {
    const profile = await makeProfile();
    const other = await makeProfile();
    const built = await makeVirtual(profile, { all: [] });
    const naming = await makeVirtual(other, { all: [{ any: [{ profile: profile.key, op: "not in" }] }] });
    const inUse = { code: "in_use", message: expect.stringContaining(`“${built.name}”`) };
    await expect(deleteProfile(editor, profile.id, profile.name)).rejects.toMatchObject(inUse);
    await expect(archiveProfile(editor, profile.id)).rejects.toMatchObject(inUse);
    await deleteProfile(editor, built.id, built.name);
    await expect(deleteProfile(editor, profile.id, profile.name)).rejects.toMatchObject({
      message: `“${profile.name}” is used by the virtual profile “${naming.name}”. Change or delete it first.`,
    });
    await deleteProfile(editor, naming.id, naming.name);
    await deleteProfile(editor, profile.id, profile.name);
  });

  test("cancels the imports that wait for a person, keeps the logs, and drops what undo would need", async () => {
    const profile = await makeProfile([{ name: "City" }]);
    const done = await importFile(profile, "Email,City\nana@example.com,Lima\n", { action: "overwrite" });
    const ready = await check(profile, "Email,City\nbea@example.com,Lima\n");
    await deleteProfile(editor, profile.id, profile.name);
    expect(await loadImport(db, ready.id)).toMatchObject({ state: "cancelled", profileName: profile.name });
    expect((await loadImport(db, done.id)).state).toBe("done");
    const { rows } = await db.execute(sql`
      select relname from pg_class where relname like ${`import_${done.id}%`} or relname like ${`import_${ready.id}%`}`);
    expect(rows).toEqual([]);
  });

  test("waits for an import that is being read", async () => {
    const profile = await makeProfile();
    const { id } = await upload(profile, "Email\nana@example.com\n");
    expect((await loadImport(db, id)).state).toBe("checking");
    await expect(deleteProfile(editor, profile.id, profile.name)).rejects.toMatchObject({
      code: "import_underway",
      message: `Import ${id} into “${profile.name}” is at work now. Wait until it is done, or cancel it.`,
    });
    await db.delete(imports).where(eq(imports.id, id));
  });
});

test("whoever changes a profile is told within seconds when an import has it", async () => {
  const { id, name } = await makeProfile();
  const client = await openClient();
  const held = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const holding = over(client).transaction(async (tx) => {
    await lockProfile(tx, id);
    locked.resolve();
    await held.promise;
  });
  await locked.promise;
  await expect(deleteProfile(editor, id, name)).rejects.toMatchObject({ kind: "busy", code: "profile_busy" });
  held.resolve();
  await holding;
  await client.end();
  await deleteProfile(editor, id, name);
});

test("an archived profile is listed among the archived alone, and comes back", async () => {
  const { id, name } = await withThree();
  await archiveProfile(editor, id);
  const named = async (archived: boolean) =>
    (await listProfiles(editor, { search: name, archived })).map((each) => each.id);
  expect([await named(false), await named(true)]).toEqual([[], [id]]);
  await restoreProfile(editor, id);
  expect([await named(false), await named(true)]).toEqual([[id], []]);
  expect((await loadProfile(db, id)).counts.contacts).toBe(3);
});

test("an id that is none, or not there, is not found", async () => {
  for (const id of [0, -1, 1.5, Number.NaN, 999_999_999_999_999, 2 ** 31]) {
    await expect(loadProfile(db, id)).rejects.toMatchObject({ code: "profile_not_found" });
    await expect(emptyProfile(editor, id)).rejects.toMatchObject({ code: "profile_not_found" });
  }
});

test("a viewer changes nothing", async () => {
  const { id, name } = await makeProfile();
  const tries = [
    () => editProfile(viewer, id, { name: anyName() }),
    () => deleteProfile(viewer, id, name),
    () => emptyProfile(viewer, id),
    () => archiveProfile(viewer, id),
    () => restoreProfile(viewer, id),
    () => duplicateProfile(viewer, id, { name: anyName(), contacts: false }),
  ];
  for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: "not_allowed" });
  expect(await db.$count(profiles, eq(profiles.id, id))).toBe(1);
  expect(await tableExists(id)).toBe(true);
  expect((await db.execute(sql`select from ${memberTableName(id)}`)).rowCount).toBe(0);
});
