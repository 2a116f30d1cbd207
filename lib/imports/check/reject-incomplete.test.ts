import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { importLines, profiles } from "#db/schema.ts";
import { inEnglish } from "#lib/text/in-english.ts";
import { ENGLISH } from "#lib/text/words.ts";
import { applyImport } from "../apply/apply-import.ts";
import { checkAgain } from "../correct/check-again.ts";
import { correctRows } from "../correct/correct-rows.ts";
import { rowsToCorrect } from "../correct/rows-to-correct.ts";
import type { ImportOptions } from "../import.ts";
import { check, countsOf, editor, importFile, makeProfile, membersOf } from "../import-for-tests.ts";
import { loadImport } from "../queries.ts";
import { runCheck } from "./run-check.ts";

/* Append or Update, and a field that must not be empty: a blank cell leaves a member's value alone, and nobody joins without one. */

const FIELDS = [{ name: "Name", required: true }, { name: "Phone", type: "phone" as const }, { name: "City" }];

async function withAna() {
  const profile = await makeProfile(FIELDS);
  await importFile(profile, "Email,Name,City\nana@x.com,Ana,Lima\n");
  return profile;
}

const update = (options: ImportOptions = {}) => ({ action: "append-or-update" as const, options });

const linesOf = async (importId: number) =>
  (await db.select().from(importLines).where(eq(importLines.importId, importId)).orderBy(importLines.line)).map(
    ({ line, outcome, reason, columnName, cells }) => [line, outcome, reason, columnName, cells?.join("|")],
  );

test("a blank cell leaves the value of a member alone, and rejects who would be new, with the cells as they came", async () => {
  const profile = await withAna();
  const done = await importFile(profile, "Email,Name,City\nana@x.com,,Cusco\nbeto@x.com, ,Quito\n", update());
  expect(countsOf(done)).toMatchObject({ read: 2, new: 0, updated: 1, rejected: 1 });
  expect(await membersOf(profile)).toEqual({
    "ana@x.com": { status: "0", Name: "Ana", Phone: null, City: "Cusco" },
  });
  expect(await linesOf(done.id)).toEqual([[3, "rejected", "required", "Name", "beto@x.com| |Quito"]]);
});

test("where blank cells erase, a member's may not be blank either", async () => {
  const ready = await check(await withAna(), "Email,Name\nana@x.com,\n", update({ blankErases: true }));
  expect(countsOf(ready)).toMatchObject({ rejected: 1, unchanged: 0 });
});

test("a file without the column updates members, and rejects who would be new", async () => {
  const profile = await withAna();
  const done = await importFile(profile, "Email,City\nana@x.com,Cusco\nbeto@x.com,Quito\n", update());
  expect(countsOf(done)).toMatchObject({ read: 2, updated: 1, rejected: 1 });
  expect(done.review?.rejected).toEqual([{ reason: "required_column", count: 1 }]);
  expect(await linesOf(done.id)).toEqual([[3, "rejected", "required_column", null, "beto@x.com|Quito"]]);
  expect(Object.keys(await membersOf(profile))).toEqual(["ana@x.com"]);
});

test("a warning that leaves empty what must not be is why a new one is rejected, and is no warning any more", async () => {
  const profile = await makeProfile([{ name: "Phone", type: "phone", required: true }]);
  await importFile(profile, "Email,Phone\nana@x.com,+56912345678\n");
  const file = "Email,Phone\nana@x.com,912345678\nbeto@x.com,912345678\nbeto@x.com,+56912345679\n";
  const ready = await check(profile, file, update());
  expect(countsOf(ready)).toMatchObject({ read: 3, new: 1, unchanged: 1, rejected: 1, duplicate: 0 });
  expect(ready.warnings).toBe(1);
  expect((await linesOf(ready.id)).map((line) => line.slice(0, 3))).toEqual([
    [2, "warning", "phone_country"],
    [3, "rejected", "phone_country"],
  ]);
});

test("the page of rejected rows marks the blank cell, and the row joins once it is filled", async () => {
  const profile = await withAna();
  const ready = await check(profile, "Email,Name\nbeto@x.com,\n", update());
  const { items } = await rowsToCorrect(editor, ready, profile, { outcome: "rejected", limit: 10 }, ENGLISH);
  expect(items[0]?.cells.map(({ wrong }) => wrong && inEnglish(wrong))).toEqual([
    undefined,
    "This field must not be empty. Give it a value.",
  ]);
  const fill = async (name: string) => {
    await correctRows(editor, ready.id, [{ line: 2, cells: new Map([[1, name]]), take: false }]);
    await checkAgain(editor, ready.id);
    await runCheck(ready.id, () => {});
    return loadImport(db, ready.id);
  };
  expect(await fill("Beto")).toMatchObject({ new: 1, rejected: 0 });
  expect(await fill("  ")).toMatchObject({ new: 0, rejected: 1 });
  expect(await linesOf(ready.id)).toEqual([[2, "rejected", "required", "Name", "beto@x.com|"]]);
});

test("who left the profile after the review does not come back without what must not be empty", async () => {
  const profile = await withAna();
  const { id, ...ready } = await check(profile, "Email,Name,City\nana@x.com,,Cusco\n", update({ autoApply: true }));
  expect(countsOf({ id, ...ready })).toMatchObject({ updated: 1, rejected: 0 });
  await db.execute(sql`delete from ${memberTableName(profile.id)}`);
  await db
    .update(profiles)
    .set({ active: 0, revision: profile.revision + 10 })
    .where(eq(profiles.id, profile.id));
  await applyImport(id);
  expect(await loadImport(db, id)).toMatchObject({ state: "done", read: 1, updated: 0, rejected: 1 });
  expect(await linesOf(id)).toEqual([[2, "rejected", "required", "Name", "ana@x.com||Cusco"]]);
  expect(await membersOf(profile)).toEqual({});
});

test("an Append or an Overwrite of a file without the column is refused as a whole", async () => {
  for (const action of ["append", "overwrite"] as const)
    await expect(check(await withAna(), "Email,City\nana@x.com,Lima\n", { action })).rejects.toMatchObject({
      code: "required_field_missing",
    });
});
