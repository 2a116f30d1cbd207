import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contacts, erased, importLines, repositoryCounts } from "#db/schema.ts";
import { erasedHash } from "#lib/contacts/erased.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { check, countsOf, importFile, makeProfile, membersOf } from "../import-for-tests.ts";
import { loadImport } from "../queries.ts";
import { applyImport } from "./apply-import.ts";

const nobody = { read: 0, new: 0, updated: 0, unchanged: 0, duplicate: 0, rejected: 0 };

test("an Append puts every good row into repository and profile, and logs the others with line, column and reason", async () => {
  const profile = await makeProfile([
    { name: "Name" },
    { name: "Born", type: "date" },
    { name: "Spent", type: "number" },
  ]);
  const done = await importFile(
    profile,
    "E-Mail,name,BORN,spent\nAna@Example.com,Ana,2001-02-03,12.50\nnobody,Bad,2001-02-03,1\nluis@example.com,Luis,31/02/2001,1\nana@example.com,Ana María,,\n",
  );
  expect(done.state).toBe("done");
  expect(countsOf(done)).toEqual({ ...nobody, read: 4, new: 1, duplicate: 1, rejected: 2 });
  expect(await membersOf(profile)).toEqual({
    "ana@example.com": { status: "0", Name: "Ana María", Born: null, Spent: null },
  });
  const lines = await db.select().from(importLines).where(sql`import_id = ${done.id}`).orderBy(importLines.line);
  expect(
    lines.map(({ line, outcome, reason, columnName, value, keptLine }) => [
      line,
      outcome,
      reason,
      columnName,
      value,
      keptLine,
    ]),
  ).toEqual([
    [2, "duplicate", "duplicate", null, null, 5],
    [3, "rejected", "email", "E-Mail", "nobody", null],
    [4, "rejected", "date_impossible", "BORN", "31/02/2001", null],
  ]);
});

test("counts of profile and repository are those of the tables", async () => {
  const profile = await makeProfile([{ name: "Name" }]);
  await importFile(profile, "email,name\nb1@example.com,B\nb2@example.com,B\n");
  await importFile(profile, "email,name\nb2@example.com,C\nb3@example.com,C\n");
  expect((await loadProfile(db, profile.id)).counts).toEqual({ contacts: 3, active: 3, unsubscribed: 0, bounced: 0 });
  const [counts] = await db.select().from(repositoryCounts);
  expect(counts?.active).toBe(await db.$count(contacts, sql`status = 0`));
  expect((await membersOf(profile))["b2@example.com"]).toEqual({ status: "0", Name: "B" });
});

test("an import never makes an unsubscribed or bounced contact active", async () => {
  const profile = await makeProfile();
  await db.insert(contacts).values([
    { key: "c1@example.com", status: 1 },
    { key: "c2@example.com", status: 2 },
  ]);
  for (const action of ["append", "append-or-update", "overwrite"] as const) {
    await importFile(profile, "email\nc1@example.com\nc2@example.com\nc3@example.com\n", { action });
    expect(await membersOf(profile)).toEqual({
      "c1@example.com": { status: "1" },
      "c2@example.com": { status: "2" },
      "c3@example.com": { status: "0" },
    });
  }
});

test("an erased person does not come back by an import, and the log keeps nothing of the row but its line", async () => {
  const profile = await makeProfile([{ name: "Name" }]);
  await db.insert(erased).values({ hash: await erasedHash("gone@example.com") });
  const done = await importFile(profile, "email,name\nGone@Example.com,Gone\nd1@example.com,D\n");
  expect(countsOf(done)).toEqual({ ...nobody, read: 2, new: 1, rejected: 1 });
  expect(Object.keys(await membersOf(profile))).toEqual(["d1@example.com"]);
  const [line] = await db.select().from(importLines).where(sql`import_id = ${done.id}`);
  expect(line).toMatchObject({ line: 2, outcome: "rejected", reason: "erased", key: null, value: "", cells: [] });
});

test("a review whose numbers still hold goes in although the profile changed; else it is shown anew", async () => {
  const profile = await makeProfile([{ name: "City" }]);
  await importFile(profile, "email,city\nf1@example.com,Lima\n");
  const waits = async () => (await check(profile, "email,city\nf1@example.com,Puno\nf2@example.com,Ica\n", UPDATE)).id;
  const [first, second] = [await waits(), await waits()];
  await db.execute(sql`update profiles set revision = revision + 1 where id = ${profile.id}`);
  await applyImport(first);
  expect(await loadImport(db, first)).toMatchObject({ state: "done", new: 1, updated: 1 });
  await applyImport(second);
  expect(await loadImport(db, second)).toMatchObject({
    state: "ready",
    new: 0,
    unchanged: 2,
    errorCode: "profile_changed",
  });
});

const UPDATE = { action: "append-or-update" } as const;
