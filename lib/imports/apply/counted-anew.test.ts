import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contacts } from "#db/schema.ts";
import { changeStatus } from "#lib/contacts/change-status.ts";
import { check, countsOf, editor, importFile, makeProfile } from "../import-for-tests.ts";
import { loadImport } from "../queries.ts";
import { applyImport } from "./apply-import.ts";

/* What changes in the repository between review and Apply, while the import's own profile stays as it was. */

const FILE = "email\na@x.com\nb@x.com\n";

async function applied(id: number) {
  await applyImport(id);
  return loadImport(db, id);
}

async function unsubscribeByHand(key: string) {
  const [contact] = await db.select({ id: contacts.id }).from(contacts).where(eq(contacts.key, key));
  await changeStatus(editor, contact?.id ?? 0, { status: "unsubscribed", reason: "asked" }, null);
}

test("an Unsubscribe whose people somebody unsubscribed since is shown anew to a person, and then goes in", async () => {
  await importFile(await makeProfile(), FILE);
  const { id, ...seen } = await check(await makeProfile(), FILE, { action: "unsubscribe" });
  expect(seen).toMatchObject({ updated: 2, unchanged: 0 });
  await unsubscribeByHand("a@x.com");
  expect(await applied(id)).toMatchObject({
    state: "ready",
    errorCode: "contacts_changed",
    updated: 1,
    unchanged: 1,
    review: { unsubscribed: 1 },
  });
  expect(await applied(id)).toMatchObject({ state: "done", updated: 1, unchanged: 1 });
});

test("a program's is counted anew: people who came by another profile's import are not new any more", async () => {
  const file = "email\nc@x.com\nd@x.com\n";
  const { id, ...seen } = await check(await makeProfile(), file, {
    action: "unsubscribe",
    options: { autoApply: true },
  });
  expect(countsOf({ id, ...seen })).toMatchObject({ new: 2, updated: 0 });
  await importFile(await makeProfile(), "email\nd@x.com\n");
  expect(await applied(id)).toMatchObject({ state: "done", new: 1, updated: 1, review: { newContacts: 1 } });
});

test("the log of an Append says how many it brought into the repository, not how many would have been new before", async () => {
  const file = "email\ne@x.com\nf@x.com\n";
  const { id, review } = await check(await makeProfile(), file);
  expect(review?.newContacts).toBe(2);
  await importFile(await makeProfile(), "email\nf@x.com\n");
  expect(await applied(id)).toMatchObject({ state: "done", new: 2, review: { newContacts: 1 } });
});
