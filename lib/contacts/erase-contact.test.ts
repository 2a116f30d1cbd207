import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { check, editor, importFile, makeProfile, membersOf, upload } from "#lib/imports/import-for-tests.ts";
import { loadImport } from "#lib/imports/queries.ts";
import { undoImport } from "#lib/imports/undo/undo-import.ts";
import { changeStatus } from "./change-status.ts";
import { contactJson } from "./contact-json.ts";
import { add, contactOf, expectCountsToHold, formOf, versionOf } from "./contacts-for-tests.ts";
import { eraseContact } from "./erase-contact.ts";
import { erasedHash, erasedHashInSql } from "./erased.ts";
import { putMember } from "./put-member.ts";
import { updateMember } from "./update-member.ts";

/** The tables, of all schemas, that hold this text anywhere in any row, in any of the encodings that files have. */
async function tablesThatHold(text: string): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'drizzle')`);
  const holding: string[] = [];
  for (const { name } of rows) {
    const found = await db.execute(
      sql`select from ${sql.identifier(name.split(".")[0]?.replaceAll('"', "") ?? "")}.${sql.identifier(name.split(".")[1]?.replaceAll('"', "") ?? "")} t
        where lower(t::text) like ${`%${text}%`} or lower(t::text) like ${`%${Buffer.from(text).toString("hex")}%`}
        or lower(t::text) like ${`%${Buffer.from(text, "utf16le").toString("hex")}%`}`,
    );
    if (found.rowCount) holding.push(name);
  }
  return holding;
}

const ANA = "ana.o'gone@example.com";
const FIELDS = [{ name: "City" }, { name: "Born", type: "date" as const }];

/** Ana in every table that there is: two profiles, each kind of journal, rejected rows, history, waiting imports. */
async function spreadAna() {
  const [first, second] = [await makeProfile(FIELDS), await makeProfile(FIELDS)];
  await add(first, ANA, { City: "Lima" });
  await importFile(second, `email,city\n${ANA},Lima\nleo@example.com,Puno\n`);
  const updated = await importFile(second, `email,city\n${ANA},Quito\nleo@example.com,Tacna\n`, {
    action: "append-or-update",
  });
  const replaced = await importFile(first, `email,city\n${ANA},Cusco\nzoe@example.com,Ica\n`, { action: "overwrite" });
  await importFile(
    second,
    `email,born\n${ANA},no date\n${ANA},2000-01-01\n"Ana <${ANA}>",2000-01-01\n"leo@example.com ::: ${ANA}",2000-01-01\n"x@example.com, ${ANA.toUpperCase()}",2000-01-01\n`,
  );
  await importFile(second, `email\n${ANA}\n`, { action: "unsubscribe" });
  const { id } = await contactOf(ANA);
  await changeStatus(editor, id, { status: "active", reason: "came back" }, null);
  const values = formOf(first, { City: "Arequipa" });
  await updateMember(editor, {
    contactId: id,
    profileId: first.id,
    version: await versionOf(first, ANA),
    values,
  });
  return { first, second, id, updated, replaced };
}

test("everything about a person can be had as one document", async () => {
  const { first, second, id } = await spreadAna();
  const told = await contactJson(editor, await contactOf(ANA));
  expect(told).toMatchObject({ email: ANA, status: "active" });
  expect(told.profiles.map(({ name }) => name).sort()).toEqual([first.name, second.name].sort());
  expect(told.history).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ event: "created" }),
      expect.objectContaining({ event: "added", profile: first.name }),
      expect.objectContaining({
        event: "edited",
        changes: [{ field: "City", before: "Cusco", after: "Arequipa" }],
      }),
      expect.objectContaining({ event: "status", from: "unsubscribed", to: "active", reason: "came back" }),
      expect.objectContaining({ event: "import", did: "added", profile: second.name }),
      expect.objectContaining({
        event: "import",
        did: "updated",
        changes: [{ field: "City", before: "Lima", after: "Quito" }],
      }),
      expect.objectContaining({ event: "import", did: "unsubscribed", from: "active" }),
      expect.objectContaining({ event: "import", did: "replaced" }),
      expect.objectContaining({ event: "import", did: "line", outcome: "duplicate" }),
      expect.objectContaining({ event: "import", did: "line", outcome: "rejected", line: 2 }),
    ]),
  );
  await eraseContact(editor, id);
});

test("erasing leaves no copy in any table, cancels the imports that wait with the person, and holds the counts", async () => {
  await db.execute(sql`delete from erased`);
  const { first, second, id, updated, replaced } = await spreadAna();
  const ready = await check(second, `email\n${ANA}\nnew@example.com\n`);
  const other = await check(second, "email\nother@example.com\n");
  const unread = await upload(second, `email,what\n${ANA.toUpperCase()},x\n`);
  const wide = await upload(second, Buffer.from(`\ufeffemail,what\n${ANA},x\n`, "utf16le"));
  expect((await tablesThatHold(ANA)).length).toBeGreaterThan(8);

  await eraseContact(editor, id);
  expect(await tablesThatHold(ANA)).toEqual([]);
  for (const { id: importId } of [ready, unread, wide]) {
    expect(await loadImport(db, importId)).toMatchObject({ state: "cancelled", errorCode: "person_erased" });
  }
  expect((await loadImport(db, other.id)).state).toBe("ready");
  await expectCountsToHold();

  for (const { id: importId } of [updated, replaced]) await undoImport(importId);
  for (const profile of [first, second]) expect(await membersOf(profile)).not.toHaveProperty(ANA);
  await expectCountsToHold();
});

test("no form, no program and no import brings an erased person back", async () => {
  const profile = await makeProfile(FIELDS);
  await add(profile, "never@example.com");
  await eraseContact(editor, (await contactOf("never@example.com")).id);
  await expect(add(profile, "never@example.com")).rejects.toMatchObject({ code: "contact_erased" });
  await expect(putMember(editor, profile, "NEVER@example.com", {})).rejects.toMatchObject({ code: "contact_erased" });
  const done = await importFile(profile, "email\nnever@example.com\nelse@example.com\n");
  expect(done).toMatchObject({ new: 1, rejected: 1 });
  expect(Object.keys(await membersOf(profile))).toEqual(["else@example.com"]);
  await expectCountsToHold();
});

test("an address that is erased while somebody adds it is either gone or refused, never back", async () => {
  const [first, second] = [await makeProfile(FIELDS), await makeProfile(FIELDS)];
  for (let round = 0; round < 8; round++) {
    const key = `race${round}@example.com`;
    await add(first, key);
    const { id } = await contactOf(key);
    await Promise.allSettled([eraseContact(editor, id), add(second, key)]);
    await expect(contactOf(key)).rejects.toMatchObject({ code: "contact_not_found" });
    expect(await membersOf(second)).toEqual({});
  }
  await expectCountsToHold();
});

test("the hash in SQL is the hash in JavaScript", async () => {
  const inSql = await erasedHashInSql();
  for (const key of [ANA, "+56912345678", "o'hara+x@example.com"]) {
    const { rows } = await db.execute<{ hash: Buffer }>(sql`select ${inSql(sql`${key}::text`)} as hash`);
    expect(rows[0]?.hash).toEqual(await erasedHash(key));
  }
});
