import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, type Tx } from "#db/client.ts";
import { lockAllProfilesForEdit } from "#db/locks.ts";
import { dropJournal, fileTable } from "#db/staging-table.ts";
import { applyImport } from "#lib/imports/apply/apply-import.ts";
import { runCheck } from "#lib/imports/check/run-check.ts";
import { check, editor, importFile, makeProfile, membersOf, upload } from "#lib/imports/import-for-tests.ts";
import { loadImport } from "#lib/imports/queries.ts";
import { changeStatus } from "./change-status.ts";
import { choose } from "./chosen.ts";
import { add, contactOf, expectCountsToHold, untilOneWaits } from "./contacts-for-tests.ts";
import { eraseChosen } from "./erase-chosen.ts";
import { eraseContact } from "./erase-contact.ts";
import { erasedHashInSql } from "./erased.ts";
import { keptRows } from "./kept-rows.ts";

/* Whoever is erased while a file with them is on its way does not come back with it. */

/** Erases the key within the transaction, as `eraseContact` does; the profiles are held already or not needed. */
async function eraseIn(tx: Tx, hash: Awaited<ReturnType<typeof erasedHashInSql>>, key: string): Promise<void> {
  await choose(tx, sql`select ${key}::text as key`);
  expect(await eraseChosen(tx, hash)).toBe(1);
}

/** A person whose address a file writes in other letters than the repository: nobody finds it in the text of the file. */
async function personIn(name: string) {
  const [first, second] = [await makeProfile(), await makeProfile()];
  const written = `${name}@exámple.com`;
  await add(first, written);
  const { rows } = await db.execute<{ key: string }>(
    sql`select key from contacts where key like ${`${name}@%`} collate "C"`,
  );
  return { second, key: rows[0]?.key ?? "", file: `email\n${written}\n${name}.other@example.com\n` };
}

const stateOf = async (id: number) => (await loadImport(db, id)).state;

test("a check that was under way begins again, and leaves the person out", async () => {
  const { second, key, file } = await personIn("midway");
  const { id } = await upload(second, file);
  const hash = await erasedHashInSql();
  const checking = await db.transaction(async (tx) => {
    await lockAllProfilesForEdit(tx);
    await tx.execute(sql`lock table ${fileTable(id)} in access exclusive mode`);
    const running = runCheck(id, () => {});
    await untilOneWaits(tx);
    await eraseIn(tx, hash, key);
    return { running };
  });
  await checking.running;
  expect(await loadImport(db, id)).toMatchObject({ state: "ready", new: 1, rejected: 1 });
  await applyImport(id);
  expect(Object.keys(await membersOf(second))).toEqual(["midway.other@example.com"]);
  await expect(contactOf(key)).rejects.toMatchObject({ code: "contact_not_found" });
  await expectCountsToHold();
});

test("a check that was all but over is cancelled by Apply, with its file", async () => {
  const { second, key, file } = await personIn("late");
  const { id } = await upload(second, file);
  const hash = await erasedHashInSql();
  const checking = await db.transaction(async (tx) => {
    await lockAllProfilesForEdit(tx);
    await tx.execute(sql`select from imports where id = ${id} for no key update`);
    const running = runCheck(id, () => {});
    await untilOneWaits(tx);
    await eraseIn(tx, hash, key);
    return { running };
  });
  await checking.running;
  expect(await stateOf(id)).toBe("ready");
  await applyImport(id);
  expect(await loadImport(db, id)).toMatchObject({ state: "cancelled", errorCode: "person_erased" });
  expect(await membersOf(second)).toEqual({});
  await expect(contactOf(key)).rejects.toMatchObject({ code: "contact_not_found" });
  const { rows } = await db.execute(
    sql`select from pg_tables where schemaname = 'staging' and tablename like ${`import_${id}%`}`,
  );
  expect(rows).toEqual([]);
  await expectCountsToHold();
});

test("an Apply that waits for its turn is cancelled", async () => {
  const { second, key, file } = await personIn("waiting");
  const { id } = await check(second, file);
  const hash = await erasedHashInSql();
  const applying = await db.transaction(async (tx) => {
    await lockAllProfilesForEdit(tx);
    const running = applyImport(id);
    await untilOneWaits(tx);
    await eraseIn(tx, hash, key);
    return { running };
  });
  await applying.running;
  expect(await loadImport(db, id)).toMatchObject({ state: "cancelled", errorCode: "person_erased" });
  expect(await membersOf(second)).toEqual({});
  await expectCountsToHold();
});

test("an import that comes to its end meanwhile is in the way of no look at a person, and of no erasure", async () => {
  const { second, key } = await personIn("ends");
  await add(second, "ends@example.com");
  const { id: contactId } = await contactOf(key);
  for (const work of [() => keptRows(key, "journal"), () => eraseContact(editor, contactId)]) {
    const { id } = await importFile(second, "email\nends@example.com\n", { action: "unsubscribe" });
    const working = await db.transaction(async (tx) => {
      await dropJournal(tx, id);
      const running = work();
      await untilOneWaits(tx);
      return { running };
    });
    await working.running;
    await changeStatus(editor, (await contactOf("ends@example.com")).id, { status: "active", reason: "asked" }, null);
  }
});

test("of many who are erased at once, those in a file that was not read yet are found", async () => {
  const [first, second] = [await makeProfile(), await makeProfile()];
  const keys = Array.from({ length: 30 }, (_, n) => `many${n}@example.com`);
  for (const key of keys) await add(first, key);
  const files = [
    "name;email\nAna;Many7@Example.com\n",
    'email,what\n"Leo <many8@example.com>",x\n',
    Buffer.from("\ufeffemail\twhat\nmany9@example.com\tx\n", "utf16le"),
  ];
  const holding = [];
  for (const file of files) holding.push((await upload(second, file)).id);
  const other = await upload(second, "email,what\nhow.many7@example.com,x\n");
  const hash = await erasedHashInSql();
  await db.transaction(async (tx) => {
    await lockAllProfilesForEdit(tx);
    await choose(tx, sql`select key from contacts where key like 'many%' collate "C"`);
    expect(await eraseChosen(tx, hash)).toBe(30);
  });
  for (const id of holding) expect(await stateOf(id)).toBe("cancelled");
  expect(await stateOf(other.id)).not.toBe("cancelled");
  await expectCountsToHold();
});
