import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditEvents, imports } from "#db/schema.ts";
import { startBulkAction } from "#lib/contacts/bulk/start-bulk-action.ts";
import { changeStatus } from "#lib/contacts/change-status.ts";
import { contactByKey } from "#lib/contacts/contact.ts";
import { downloadContact } from "#lib/contacts/contact-json.ts";
import { eraseContact } from "#lib/contacts/erase-contact.ts";
import { putMember } from "#lib/contacts/put-member.ts";
import { removeMember } from "#lib/contacts/remove-member.ts";
import { cancelImport } from "#lib/imports/cancel-import.ts";
import { runCheck } from "#lib/imports/check/run-check.ts";
import { check, importFile, makeProfile, upload } from "#lib/imports/import-for-tests.ts";
import { rejectedCsv } from "#lib/imports/rejected-csv.ts";
import { requestApply } from "#lib/imports/request-apply.ts";
import { requestUndo } from "#lib/imports/undo/request-undo.ts";
import { deleteProfile } from "#lib/profiles/delete-profile.ts";
import { emptyProfile } from "#lib/profiles/empty-profile.ts";
import { exportProfile } from "#lib/profiles/export-profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { codeOf, hire } from "#lib/staff/staff-for-tests.ts";
import { toldOf } from "./audit-for-tests.ts";

let ana: Person;
beforeAll(async () => {
  ana = await hire("Ana", "editor", true);
});

const byAna = () => ({ staffId: ana.id, apiKeyId: null, place: "203.0.113.7" });
const FILE = "email\na@example.com\nb@example.com\nnone\n";

async function drain(pieces: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of pieces);
}

it("tells of imports that are applied, undone and cancelled", async () => {
  const profile = await makeProfile();
  const ready = await check(profile, FILE);
  const about = { importId: ready.id, profileId: profile.id };
  expect(await toldOf(() => requestApply(ana, ready.id, null))).toEqual([
    { ...byAna(), kind: "import-applied", details: about },
  ]);
  expect(await toldOf(() => cancelImport(ana, ready.id))).toEqual([
    { ...byAna(), kind: "import-cancelled", details: about },
  ]);
  const done = await importFile(profile, FILE);
  expect(await toldOf(() => requestUndo(ana, done.id))).toEqual([
    { ...byAna(), kind: "import-undone", details: { importId: done.id, profileId: profile.id } },
  ]);
});

it("tells of an import that a program lets apply itself, with its key", async () => {
  const profile = await makeProfile();
  const { id } = await upload(profile, FILE, { options: { autoApply: true } });
  await db.update(imports).set({ apiKeyId: 7 }).where(eq(imports.id, id));
  const told = await toldOf(() => runCheck(id, () => {}));
  expect(told).toMatchObject([{ kind: "import-applied", staffId: null, apiKeyId: 7, place: null }]);
});

it("tells of files that leave: a profile, rejected rows, a person", async () => {
  const profile = await makeProfile();
  const done = await importFile(profile, FILE);
  const contact = await contactByKey(ana, "a@example.com");
  expect(
    await toldOf(async () => {
      await drain(exportProfile(ana, profile));
      await drain(rejectedCsv(ana, done));
      await downloadContact(ana, contact);
    }),
  ).toEqual([
    { ...byAna(), kind: "exported", details: { what: "profile", profileId: profile.id } },
    { ...byAna(), kind: "exported", details: { what: "rejected rows", importId: done.id } },
    { ...byAna(), kind: "exported", details: { what: "contact", contactId: contact.id } },
  ]);
});

it("lets nobody take a person's file away who may not export", async () => {
  const contact = await contactByKey(ana, "a@example.com");
  const dan = await hire("Dan", "editor");
  expect(await toldOf(() => codeOf(downloadContact(dan, contact)))).toEqual([]);
  expect(await codeOf(downloadContact(dan, contact))).toBe("not_allowed");
});

it("tells of bulk actions, erasures, and profiles that are emptied or deleted", async () => {
  const profile = await makeProfile();
  await importFile(profile, "email\nc@example.com\nd@example.com\n");
  const { id: contactId } = await contactByKey(ana, "c@example.com");
  const told = await toldOf(async () => {
    await startBulkAction(ana, { profileId: profile.id }, { kind: "remove" }, 2);
    await eraseContact(ana, contactId);
    await emptyProfile(ana, profile.id);
    await deleteProfile(ana, profile.id, profile.name);
  });
  expect(told).toEqual([
    { ...byAna(), kind: "bulk-action", details: { bulkActionId: 1, deed: "remove", contacts: 2 } },
    { ...byAna(), kind: "contact-erased", details: { contactId } },
    { ...byAna(), kind: "profile-emptied", details: { profileId: profile.id } },
    { ...byAna(), kind: "profile-deleted", details: { profileId: profile.id } },
  ]);
});

it("tells of each change of one contact, by id", async () => {
  const profile = await makeProfile([{ name: "City" }]);
  const profileId = profile.id;
  const told = await toldOf(async () => {
    await putMember(ana, profile, "g@example.com", { City: "Lima" });
    await putMember(ana, profile, "g@example.com", { City: "Puno" });
    await putMember(ana, profile, "g@example.com", { City: "Puno" });
    const { id } = await contactByKey(ana, "g@example.com");
    await changeStatus(ana, id, { status: "bounced", reason: "came back" }, null);
    await removeMember(ana, profileId, "g@example.com");
  });
  const { id: contactId } = await contactByKey(ana, "g@example.com");
  expect(told).toEqual([
    { ...byAna(), kind: "contact-added", details: { contactId, profileId } },
    { ...byAna(), kind: "contact-edited", details: { contactId, profileId } },
    { ...byAna(), kind: "contact-status", details: { contactId, from: "active", to: "bounced" } },
    { ...byAna(), kind: "contact-removed", details: { contactId, profileId } },
  ]);
});

it("tells nothing of what did not happen", async () => {
  const profile = await makeProfile();
  expect(await toldOf(() => codeOf(deleteProfile(ana, profile.id, "another name")))).toEqual([]);
  expect(await toldOf(() => codeOf(eraseContact(ana, 0)))).toEqual([]);
});

it("holds no contact's address", async () => {
  expect(JSON.stringify(await db.select().from(auditEvents))).not.toContain("@example.com");
});
