import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { dropStaging } from "#db/staging-table.ts";
import { ENGLISH } from "#lib/text/words.ts";
import { applyImport } from "./apply/apply-import.ts";
import { firstRows } from "./columns/first-rows.ts";
import { check, editor, importFile, makeProfile, upload } from "./import-for-tests.ts";
import { loadImport } from "./queries.ts";
import { requestApply } from "./request-apply.ts";
import { newValuesOf, sampleChanges, sampleLeaving, sampleNew } from "./review-samples.ts";
import { expectedRate, importsAhead } from "./waiting.ts";

const FILE = "Email,City\nana@x.com,Lima\nbeto@x.com,Quito\n";

const idsAhead = async (id: number) => (await importsAhead(editor, await loadImport(db, id))).map((each) => each.id);

test("an import that is to be applied knows those of its profile that come first, in their order", async () => {
  const [profile, other] = [await makeProfile(), await makeProfile()];
  const asked = [];
  for (const each of [profile, other, profile, profile]) {
    const { id } = await check(each, FILE);
    await requestApply(editor, id, null);
    asked.push(id);
  }
  const [first, elsewhere, second, third] = asked as [number, number, number, number];
  expect(await idsAhead(first)).toEqual([]);
  expect(await idsAhead(elsewhere)).toEqual([]);
  expect(await idsAhead(second)).toEqual([first]);
  expect(await idsAhead(third)).toEqual([first, second]);
});

test("a file that is to be checked knows those that came before it", async () => {
  await db.update(imports).set({ state: "cancelled" }).where(eq(imports.state, "checking"));
  const profile = await makeProfile();
  const [first, second] = [await upload(profile, FILE), await upload(profile, FILE)];
  expect(await idsAhead(first.id)).toEqual([]);
  expect(await idsAhead(second.id)).toEqual([first.id]);
});

test("how fast Apply goes is told by earlier imports with the same action, else by the check, else not at all", async () => {
  const found = await check(await makeProfile(), FILE);
  const checked = { receivedAt: new Date(0), checkedAt: new Date(10_000), read: 100_000 };
  expect(await expectedRate(editor, found)).toBe(null);
  expect(await expectedRate(editor, { ...found, ...checked })).toBe(10_000);
  const times = { applyStartedAt: new Date(0), appliedAt: new Date(10), finishedAt: new Date(2000) };
  const earlier = { ...times, state: "done", read: 60_000, new: 60_000 };
  await db
    .update(imports)
    .set({ ...earlier, unchanged: 0, duplicate: 0, rejected: 0 })
    .where(eq(imports.id, found.id));
  expect(await expectedRate(editor, { ...found, ...checked })).toBe(30_000);
  expect(await expectedRate(editor, { ...found, ...checked, action: "unsubscribe" })).toBe(10_000);
});

test("the review shows who is new, and what an Overwrite empties because the file does not bring it", async () => {
  const profile = await makeProfile([{ name: "City" }]);
  await importFile(profile, FILE);
  const ready = await check(profile, "Email\nana@x.com\nnew@x.com\n", { action: "overwrite" });
  const [city] = profile.fields;
  if (!city) throw new Error("no field");
  expect(newValuesOf(ready, profile)).toEqual([]);
  expect(await sampleNew(editor, ready, [])).toEqual([{ key: "new@x.com", values: [] }]);
  expect(ready.review?.changes).toEqual([{ fieldId: city.id, count: 1 }]);
  expect(await sampleChanges(editor, ready, profile, city)).toEqual([
    { key: "ana@x.com", before: "Lima", after: null },
  ]);
});

test("the review shows new people with the values that they will have", async () => {
  const profile = await makeProfile([{ name: "Born", type: "date" }, { name: "City" }]);
  const file = "Email,Born\nana@x.com,03/04/1990\nbeto@x.com,12/31/1990\n";
  const ready = await check(profile, file);
  const fields = newValuesOf(ready, profile);
  expect(fields.map(({ name }) => name)).toEqual(["Born"]);
  expect(await sampleNew(editor, ready, fields)).toEqual([
    { key: "ana@x.com", values: ["1990-03-04"] },
    { key: "beto@x.com", values: ["1990-12-31"] },
  ]);
  expect(newValuesOf({ ...ready, action: "unsubscribe" }, profile)).toEqual([]);
});

test("who looks at the review of an import that has just been done hears that it has moved on, and is no error", async () => {
  const profile = await makeProfile([{ name: "City" }]);
  await importFile(profile, FILE);
  const ready = await check(profile, "Email,City\nana@x.com,Loja\nnew@x.com,Loja\n", { action: "overwrite" });
  const [city] = profile.fields;
  if (!city) throw new Error("no field");
  const look = () =>
    Promise.all([
      sampleNew(editor, ready, [city]),
      sampleChanges(editor, ready, profile, city),
      sampleLeaving(editor, ready, profile),
      firstRows(editor, ready, profile, 1, ENGLISH),
    ]);
  expect(await look()).not.toContain(null);
  await requestApply(editor, ready.id, "any");
  await applyImport(ready.id);
  expect(await look()).toEqual([null, null, null, null]);
});

test("a table that should be there is an error", async () => {
  const profile = await makeProfile();
  const ready = await check(profile, FILE);
  await db.transaction((tx) => dropStaging(tx, ready.id));
  await expect(sampleNew(editor, ready, [])).rejects.toThrow();
});
