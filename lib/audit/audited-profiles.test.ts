import { beforeAll, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditEvents } from "#db/schema.ts";
import { fieldInput } from "#lib/fields/field-input.ts";
import { importFile } from "#lib/imports/import-for-tests.ts";
import { archiveProfile, restoreProfile } from "#lib/profiles/archive-profile.ts";
import { createProfile } from "#lib/profiles/create-profile.ts";
import { duplicateProfile } from "#lib/profiles/duplicate-profile.ts";
import { editProfile } from "#lib/profiles/edit-profile.ts";
import { addField } from "#lib/profiles/fields/add-field.ts";
import { changeField } from "#lib/profiles/fields/change-field.ts";
import { deleteField } from "#lib/profiles/fields/delete-field.ts";
import { editField } from "#lib/profiles/fields/edit-field.ts";
import { moveField } from "#lib/profiles/fields/move-field.ts";
import { retypeField } from "#lib/profiles/fields/retype-field.ts";
import { fieldChange, retypeInput } from "#lib/profiles/input.ts";
import { anyName, makeProfile } from "#lib/profiles/profiles-for-tests.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { hire } from "#lib/staff/staff-for-tests.ts";
import { inEnglish } from "#lib/text/in-english.ts";
import { bringBackVersion } from "#lib/virtual/bring-back-version.ts";
import { createVirtualProfile } from "#lib/virtual/create-virtual-profile.ts";
import { listRuleVersions, presentVersion } from "#lib/virtual/queries.ts";
import { saveRules } from "#lib/virtual/save-rules.ts";
import { toldOf } from "./audit-for-tests.ts";
import { listAudit } from "./queries.ts";
import { auditWords } from "./words.ts";

let ana: Person;
beforeAll(async () => {
  ana = await hire("Ana", "editor", true);
});

const byAna = () => ({ staffId: ana.id, apiKeyId: null, place: "203.0.113.7" });

it("tells of everything that is done to a profile", async () => {
  let id = 0;
  const toldAt = async (deed: () => Promise<unknown>) =>
    (await toldOf(deed)).map(({ kind, details }) => [kind, details]);
  const input = { name: anyName(), type: "regular" as const, description: "", fields: [] };
  const created = await toldAt(async () => {
    ({ id } = await createProfile(ana, input));
  });
  expect(created).toEqual([["profile-created", { profileId: id }]]);
  let copy = 0;
  const told = await toldAt(async () => {
    await editProfile(ana, id, { description: "of Lima" });
    await archiveProfile(ana, id);
    await restoreProfile(ana, id);
    copy = (await duplicateProfile(ana, id, { name: anyName(), contacts: true })).id;
  });
  expect(told).toEqual([
    ["profile-edited", { profileId: id }],
    ["profile-archived", { profileId: id }],
    ["profile-restored", { profileId: id }],
    ["profile-duplicated", { profileId: copy, fromId: id, contacts: true }],
  ]);
  const again = await toldAt(async () => {
    await editProfile(ana, id, { description: "of Lima" });
    await restoreProfile(ana, id);
  });
  expect(again).toEqual([]);
});

it("tells of fields that are added, edited, moved, retyped and deleted, and of how many values went", async () => {
  const profile = await makeProfile([{ name: "City" }]);
  await importFile(profile, "email,city\ne@example.com,Lima\nf@example.com,7\n");
  const profileId = profile.id;
  let fieldId = 0;
  const told = await toldOf(async () => {
    fieldId = (await addField(ana, profileId, fieldInput.parse({ name: "Town", type: "text" }))).id;
    await editField(ana, profileId, fieldId, { name: "Village" });
    await moveField(ana, profileId, fieldId, 0);
    const city = profile.fields[0]?.id ?? 0;
    await retypeField(ana, profileId, city, retypeInput.parse({ type: "number", mayEmpty: 1 }));
    await deleteField(ana, profileId, city);
  });
  const city = { profileId, fieldId: profile.fields[0]?.id };
  expect(told).toEqual([
    { ...byAna(), kind: "field-added", details: { profileId, fieldId } },
    { ...byAna(), kind: "field-edited", details: { profileId, fieldId } },
    { ...byAna(), kind: "field-moved", details: { profileId, fieldId } },
    { ...byAna(), kind: "field-retyped", details: { ...city, from: "text", to: "number", emptied: 1 } },
    { ...byAna(), kind: "field-deleted", details: { ...city, values: 1 } },
  ]);
});

it("tells once of each thing that a program changes of a field in one call, and of nothing that stays", async () => {
  const profile = await makeProfile([{ name: "City" }, { name: "Kind", type: "choice", options: ["A"] }]);
  const [city, kind] = profile.fields;
  const change = { name: "Kind", options: ["A"], required: false, type: "choice", position: 1 } as const;
  expect(await toldOf(() => changeField(ana, profile.id, kind?.id ?? 0, fieldChange.parse(change)))).toEqual([]);
  const all = fieldChange.parse({ name: "Age", type: "number", position: 1 });
  const told = await toldOf(() => changeField(ana, profile.id, city?.id ?? 0, all));
  expect(told.map((each) => each.kind)).toEqual(["field-retyped", "field-edited", "field-moved"]);
});

it("tells of rules that are saved or brought back, by version, and of none that stayed", async () => {
  const source = await makeProfile([{ name: "City" }]);
  const input = { name: anyName(), description: "", source: { id: source.id }, rules: { all: [] } };
  const { id: profileId } = await createVirtualProfile(ana, input);
  const lima = { any: [{ field: "City", op: "is", value: "Lima" }] };
  const told = await toldOf(async () => {
    const first = await presentVersion(db, profileId);
    await saveRules(ana, profileId, lima, null);
    await saveRules(ana, profileId, lima, null);
    await bringBackVersion(ana, profileId, first, null);
  });
  const [back, saved] = await listRuleVersions(ana, profileId);
  expect(told).toEqual([
    { ...byAna(), kind: "rules-saved", details: { profileId, versionId: saved?.id } },
    { ...byAna(), kind: "rules-saved", details: { profileId, versionId: back?.id } },
  ]);
});

it("tells it in words that name the profile, the field and the types", async () => {
  const { items } = await listAudit(await hire("Ada", "administrator"), { group: "profiles", limit: 100 });
  const names = { staff: new Map(), keys: new Map() };
  const told = items.map((event) => inEnglish(auditWords(event, names)));
  expect(told).toContainEqual(
    expect.stringMatching(/^Changed field \d+ of profile \d+ from Text to Number; 1 value emptied$/),
  );
  expect(told).toContainEqual(expect.stringMatching(/^Deleted field \d+ of profile \d+ with 1 value$/));
  expect(told).toContainEqual(expect.stringMatching(/^Duplicated profile \d+ with its contacts as profile \d+$/));
});

it("holds no name and no value of a profile", async () => {
  expect(JSON.stringify(await db.select().from(auditEvents))).not.toMatch(/Lima|City|Village|Profile /);
});
