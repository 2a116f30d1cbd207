import { expect, test } from "vitest";
import { editor, importFile, makeProfile, membersOf } from "#lib/imports/import-for-tests.ts";
import { changeStatus, statusInput } from "./change-status.ts";
import { add, contactOf, eventsOf, expectCountsToHold, formOf, versionOf } from "./contacts-for-tests.ts";
import { putMember } from "./put-member.ts";
import { formReading } from "./read-values.ts";
import { removeMember } from "./remove-member.ts";
import { updateMember } from "./update-member.ts";

const FIELDS = [{ name: "City" }, { name: "Spent", type: "number" as const }];

test("an edit changes what it says, and the history holds before and after", async () => {
  const profile = await makeProfile(FIELDS);
  await add(profile, "ana@example.com", { City: "Lima", Spent: "10" });
  const { id } = await contactOf("ana@example.com");
  const values = formOf(profile, { City: "", Spent: "10.0" });
  const version = await versionOf(profile, "ana@example.com");
  const changes = await updateMember(editor, { contactId: id, profileId: profile.id, version, values });
  expect(changes).toMatchObject([{ name: "City", before: "Lima", after: null }]);
  expect((await membersOf(profile))["ana@example.com"]).toMatchObject({ City: null, Spent: "10" });
  expect((await eventsOf("ana@example.com")).at(-1)).toEqual({ kind: "edited", details: { changes } });
});

test("a number means what the language of who typed it writes, and what the form showed stays", async () => {
  const profile = await makeProfile(FIELDS);
  await add(profile, "es@example.com", { City: "Lima", Spent: "1234.5" });
  const { id: contactId } = await contactOf("es@example.com");
  const edit = async (byName: Record<string, string>) => {
    const version = await versionOf(profile, "es@example.com");
    const input = { contactId, profileId: profile.id, version, values: formOf(profile, byName) };
    return updateMember(editor, input, formReading("es-ES"));
  };
  expect(await edit({ City: "Lima", Spent: "1234,5" })).toEqual([]);
  expect(await edit({ Spent: "1.234" })).toMatchObject([{ name: "Spent", before: "1234.5", after: "1234" }]);
  await expect(edit({ Spent: "1.5" })).rejects.toMatchObject({ code: "wrong_values" });
});

test("of two people who edit one contact the second is told, and nothing is overwritten unseen", async () => {
  const profile = await makeProfile(FIELDS);
  await add(profile, "two@example.com", { City: "Lima" });
  const contactId = (await contactOf("two@example.com")).id;
  const version = await versionOf(profile, "two@example.com");
  const edit = (City: string) =>
    updateMember(editor, { contactId, profileId: profile.id, version, values: formOf(profile, { City }) });
  await edit("Quito");
  await expect(edit("Cusco")).rejects.toMatchObject({ kind: "conflict", code: "member_changed" });
  expect((await membersOf(profile))["two@example.com"]?.City).toBe("Quito");

  const seen = await versionOf(profile, "two@example.com");
  const both = await Promise.allSettled(
    ["Tacna", "Puno"].map((City) =>
      updateMember(editor, {
        contactId,
        profileId: profile.id,
        version: seen,
        values: formOf(profile, { City }),
      }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a status changes in the repository and in every profile at once, with its reason", async () => {
  const [first, second] = [await makeProfile(FIELDS), await makeProfile(FIELDS)];
  for (const profile of [first, second]) await add(profile, "leo@example.com");
  const { id, version } = await contactOf("leo@example.com");
  await changeStatus(editor, id, { status: "unsubscribed", reason: "asked by telephone" }, version);
  for (const profile of [first, second]) expect((await membersOf(profile))["leo@example.com"]?.status).toBe("1");
  expect((await eventsOf("leo@example.com")).at(-1)).toEqual({
    kind: "status",
    details: { from: "active", to: "unsubscribed", reason: "asked by telephone" },
  });
  await expectCountsToHold();

  const late = changeStatus(editor, id, { status: "bounced", reason: "a mail came back" }, version);
  await expect(late).rejects.toMatchObject({
    code: "contact_changed",
    message: expect.stringContaining("the status is unsubscribed now"),
  });
});

test("a status is not changed without a reason", () => {
  expect(statusInput.safeParse({ status: "active", reason: "  " }).success).toBe(false);
  expect(statusInput.safeParse({ status: "gone", reason: "x" }).success).toBe(false);
});

test("nothing but a person's decision makes an unsubscribed or bounced contact active", async () => {
  const profile = await makeProfile(FIELDS);
  for (const status of ["unsubscribed", "bounced"] as const) {
    const key = `${status}@example.com`;
    await add(profile, key, { City: "Lima" });
    const { id } = await contactOf(key);
    await changeStatus(editor, id, { status, reason: "asked" }, null);
    const other = await makeProfile(FIELDS);

    await add(other, key);
    await putMember(editor, other, key, { City: "Quito" });
    await removeMember(editor, profile.id, key);
    await putMember(editor, profile, key, { City: "Quito" });
    for (const action of ["append", "append-or-update", "overwrite"] as const) {
      await importFile(profile, `email,city\n${key},Cusco\n`, { action });
    }
    expect((await contactOf(key)).status).toBe(status);

    await changeStatus(editor, id, { status: "active", reason: "came back by a form" }, null);
    expect((await membersOf(profile))[key]?.status).toBe("0");
  }
  await expectCountsToHold();
});

test("a number that no profile has is not found, however large it is", async () => {
  const profile = await makeProfile(FIELDS);
  await add(profile, "large@example.com");
  const contactId = (await contactOf("large@example.com")).id;
  for (const profileId of [2 ** 31, 999_999_999_999_999, Number.MAX_SAFE_INTEGER]) {
    const input = { contactId, profileId, version: "1", values: {} };
    await expect(updateMember(editor, input)).rejects.toMatchObject({ code: "profile_not_found" });
    await expect(removeMember(editor, profileId, "large@example.com")).rejects.toMatchObject({
      code: "profile_not_found",
    });
  }
});

test("a program adds, updates what it names, empties with null, and is told what is wrong", async () => {
  const profile = await makeProfile(FIELDS);
  expect(await putMember(editor, profile, "API@example.com", { city: "Lima", Spent: 1.5 })).toEqual({
    key: "api@example.com",
    added: true,
  });
  expect(await putMember(editor, profile, "api@example.com", { Spent: null })).toMatchObject({ added: false });
  expect((await membersOf(profile))["api@example.com"]).toEqual({ status: "0", City: "Lima", Spent: null });
  await expect(putMember(editor, profile, "api@example.com", { Town: "x" })).rejects.toMatchObject({
    details: [{ path: "fields.Town" }],
  });
  await expect(putMember(editor, profile, "api@example.com", { Spent: "much" })).rejects.toMatchObject({
    details: [{ path: "fields.Spent" }],
  });
  await expect(putMember(editor, profile, "not one", {})).rejects.toMatchObject({ details: [{ path: "email" }] });
});

test("removing leaves the person in the repository", async () => {
  const profile = await makeProfile(FIELDS);
  await add(profile, "stays@example.com");
  await removeMember(editor, profile.id, "stays@example.com");
  expect(await membersOf(profile)).toEqual({});
  expect(await contactOf("stays@example.com")).toMatchObject({ status: "active" });
  await expect(removeMember(editor, profile.id, "stays@example.com")).rejects.toMatchObject({
    code: "member_not_found",
  });
});
