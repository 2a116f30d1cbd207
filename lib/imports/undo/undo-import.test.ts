import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { fieldName, memberTableName } from "#db/member-table.ts";
import { contacts, imports } from "#db/schema.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import type { ImportAction } from "../import.ts";
import { editor, importFile, makeProfile, membersOf } from "../import-for-tests.ts";
import { loadImport } from "../queries.ts";
import { requestUndo } from "./request-undo.ts";
import { undoImport } from "./undo-import.ts";

/** Everything that an import may change, but for the profile's revision and the time of its last import. */
async function everything({ id }: Profile) {
  const members = await db.execute(sql`select * from ${memberTableName(id)} order by key`);
  const people = await db.execute(sql`select * from contacts order by key`);
  const counts = await db.execute(sql`select * from repository_counts`);
  return {
    members: members.rows,
    people: people.rows,
    counts: counts.rows,
    profile: (await loadProfile(db, id)).counts,
  };
}

async function undo(importId: number) {
  await requestUndo(editor, importId);
  await undoImport(importId);
  return loadImport(db, importId);
}

async function prepared(name: string): Promise<Profile> {
  const profile = await makeProfile([{ name: "City" }, { name: "Spent", type: "number" }]);
  await importFile(
    profile,
    `email,city,spent\n${name}1@example.com,Lima,1\n${name}2@example.com,Quito,2\n${name}3@example.com,,\n`,
  );
  await db.insert(contacts).values([
    { key: `${name}4@example.com`, status: 2 },
    { key: `${name}5@example.com`, status: 1 },
  ]);
  await db.execute(sql`update repository_counts set unsubscribed = unsubscribed + 1, bounced = bounced + 1`);
  return profile;
}

const file = (name: string) =>
  `email,city,spent\n${name}1@example.com,LIMA,1\n${name}2@example.com,,22\n${name}4@example.com,Cali,4\n${name}9@example.com,Cali,9\n`;

test.each(["append", "append-or-update", "overwrite", "unsubscribe"] as ImportAction[])(
  "the undo of %s brings back every row of every table",
  async (action) => {
    const profile = await prepared(action);
    const before = await everything(profile);
    const done = await importFile(profile, file(action), { action });
    expect(await everything(profile)).not.toEqual(before);
    expect((await undo(done.id)).state).toBe("undone");
    expect(await everything(profile)).toEqual(before);
  },
);

test("values that somebody edited since are kept, the others come back", async () => {
  const profile = await prepared("edited");
  const done = await importFile(profile, file("edited"), { action: "append-or-update" });
  const [city] = profile.fields;
  await db.execute(sql`
    update ${memberTableName(profile.id)} set ${fieldName(city?.id ?? 0)} = 'Cusco', updated_at = clock_timestamp()
    where key in ('edited1@example.com', 'edited9@example.com')`);
  await undo(done.id);
  const members = await membersOf(profile);
  expect(members["edited1@example.com"]).toEqual({ status: "0", City: "Cusco", Spent: "1" });
  expect(members["edited2@example.com"]).toEqual({ status: "0", City: "Quito", Spent: "2" });
  expect(members["edited9@example.com"]).toEqual({ status: "0", City: "Cusco", Spent: "9" });
  expect(members["edited4@example.com"]).toBeUndefined();
});

test("an import can be undone until a later one of the profile, and that one first", async () => {
  const profile = await prepared("later");
  const first = await importFile(profile, "email\nlater6@example.com\n");
  const second = await importFile(profile, "email\nlater7@example.com\n");
  await expect(requestUndo(editor, first.id)).rejects.toThrow(`A later import (${second.id})`);
  await undo(second.id);
  await undo(first.id);
  expect(Object.keys(await membersOf(profile))).toHaveLength(3);
});

test("after 30 days nothing is undone", async () => {
  const profile = await prepared("old");
  const done = await importFile(profile, "email\nold6@example.com\n");
  await db.update(imports).set({ forgottenAt: new Date() }).where(eq(imports.id, done.id));
  await expect(requestUndo(editor, done.id)).rejects.toThrow("30 days");
});

test("what is not Done cannot be undone", async () => {
  const profile = await prepared("twice");
  const done = await importFile(profile, "email\ntwice6@example.com\n");
  await undo(done.id);
  await expect(requestUndo(editor, done.id)).rejects.toThrow(
    "This import is Undone; only one that is Done can be undone.",
  );
});
