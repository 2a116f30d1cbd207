import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { importLines } from "#db/schema.ts";
import { inEnglish } from "#lib/text/in-english.ts";
import { ENGLISH } from "#lib/text/words.ts";
import { applyImport } from "../apply/apply-import.ts";
import { cancelImport } from "../cancel-import.ts";
import { runCheck } from "../check/run-check.ts";
import { changeReading, countForgettable } from "../columns/change-reading.ts";
import { chooseColumns } from "../columns/choose-columns.ts";
import { reopenColumns } from "../columns/reopen-columns.ts";
import { check, countsOf, editor, makeProfile, membersOf } from "../import-for-tests.ts";
import { loadImport } from "../queries.ts";
import { rejectedCsv } from "../rejected-csv.ts";
import { requestApply } from "../request-apply.ts";
import { checkAgain } from "./check-again.ts";
import { correctRows } from "./correct-rows.ts";
import { type CorrectFilter, rowsToCorrect } from "./rows-to-correct.ts";

const FILE = [
  "Email,City,Spent",
  "ana@x.com,Lima,1",
  "nobody,Lima,much",
  "ana@@x.com,Cusco,2",
  "too,many,cells,here",
  '"two\r\nlines",Lima,3',
].join("\n");

const fields = [{ name: "City" }, { name: "Spent", type: "number" as const }];
const edit = (line: number, cells: Record<number, string>, take = false) => ({
  line,
  cells: new Map(Object.entries(cells).map(([at, cell]) => [Number(at), cell])),
  take,
});

async function waiting() {
  const profile = await makeProfile(fields);
  const found = await check(profile, FILE);
  const rows = (outcome: CorrectFilter["outcome"] = "rejected") =>
    rowsToCorrect(editor, found, profile, { outcome, limit: 100 }, ENGLISH).then(({ items }) => items);
  const again = async () => {
    await checkAgain(editor, found.id);
    await runCheck(found.id, () => {});
    return loadImport(db, found.id);
  };
  return { profile, found, rows, again };
}

test("every wrong cell of a rejected row is told at once, not only the first", async () => {
  const { rows } = await waiting();
  const [first] = await rows();
  expect(first?.cells.map(({ wrong }) => wrong !== undefined)).toEqual([true, false, true]);
  expect(first && inEnglish(first.why)).toContain('"nobody" is not an email address');
});

test("a corrected row joins the import, one that is still wrong stays out, and the sum holds", async () => {
  const { profile, found, rows, again } = await waiting();
  expect(countsOf(found)).toMatchObject({ read: 5, new: 1, rejected: 4 });
  expect(await correctRows(editor, found.id, [edit(3, { 0: "beto@x.com" }), edit(5, { 0: "eva@x.com", 2: "4" })])).toBe(
    2,
  );
  const ready = await again();
  expect({ state: ready.state, ...countsOf(ready) }).toMatchObject({ state: "ready", read: 5, new: 2, rejected: 3 });
  expect((await rows()).map(({ line, why }) => [line, inEnglish(why).split(".")[0]])).toEqual([
    [3, '"much" is not a number'],
    [4, '"ana@@x'],
    [6, expect.stringContaining("is not an email address")],
  ]);
  const corrected = await rows("corrected");
  expect(corrected).toMatchObject([{ line: 5, came: ["too", "many", "cells", "here"] }]);
  await requestApply(editor, found.id, null);
  await applyImport(found.id);
  expect(await membersOf(profile)).toMatchObject({ "ana@x.com": { City: "Lima" }, "eva@x.com": { City: "many" } });
  expect((await rows("corrected")).length, "the log still says which rows were corrected").toBe(1);
});

test("a row corrected to a key that comes again is a duplicate of the later row, or replaces the earlier one", async () => {
  const { found, again } = await waiting();
  await correctRows(editor, found.id, [edit(3, { 0: "ANA@x.com", 2: "9" }), edit(4, { 0: "ana@x.com" })]);
  expect(countsOf(await again())).toEqual({ read: 5, new: 1, updated: 0, unchanged: 0, duplicate: 2, rejected: 2 });
  const duplicates = await db
    .select({ line: importLines.line, kept: importLines.keptLine })
    .from(importLines)
    .where(and(eq(importLines.importId, found.id), eq(importLines.outcome, "duplicate")))
    .orderBy(importLines.line);
  expect(duplicates).toEqual([
    { line: 2, kept: 4 },
    { line: 3, kept: 4 },
  ]);
});

test("the file of rejected rows keeps the cells exactly as they came", async () => {
  const { found, again } = await waiting();
  const csvOf = async () => {
    let csv = "";
    for await (const piece of rejectedCsv(editor, found)) csv += piece;
    return csv;
  };
  const before = await csvOf();
  await correctRows(editor, found.id, [edit(3, { 0: "still wrong" }), edit(6, { 0: "two\r\nlines", 1: "Quito" })]);
  expect(await csvOf()).toBe(before);
  await again();
  expect(await csvOf()).toBe(before);
});

test("a correction is kept until it is taken back, also when the columns are chosen anew", async () => {
  const { found, rows, again } = await waiting();
  await correctRows(editor, found.id, [edit(3, { 0: "beto@x.com", 2: "5" })]);
  await again();
  await reopenColumns(editor, found.id);
  await chooseColumns(
    editor,
    found.id,
    (found.mapping ?? []).map(({ target }) => target),
    { blankErases: false },
  );
  await runCheck(found.id, () => {});
  expect(countsOf(await loadImport(db, found.id))).toMatchObject({ new: 2, rejected: 3 });
  await correctRows(editor, found.id, [edit(3, { 0: "nobody", 2: "much" })]);
  expect(countsOf(await again())).toMatchObject({ new: 1, rejected: 4 });
  expect((await rows()).map(({ correctedAt }) => correctedAt)).toEqual([null, null, null, null]);
});

test("another encoding forgets corrections only when the person was told how many; another date order keeps them", async () => {
  const { found } = await waiting();
  await correctRows(editor, found.id, [edit(3, { 0: "beto@x.com", 2: "5" })]);
  await reopenColumns(editor, found.id);
  const other = { format: { encoding: "windows-1252" as const } };
  expect(await countForgettable(editor, found.id)).toBe(1);
  await expect(changeReading(editor, found.id, other, 0)).rejects.toMatchObject({ code: "corrections_forgotten" });
  await changeReading(editor, found.id, { format: { delimiter: "," }, dateOrder: "mdy" }, 0);
  expect(await countForgettable(editor, found.id)).toBe(1);
  await changeReading(editor, found.id, other, 1);
  expect(await countForgettable(editor, found.id)).toBe(0);
});

test("a cell that nobody touched stays as the file has it, its line ends too; a row is as it stands only when told", async () => {
  const { found, rows } = await waiting();
  expect(await correctRows(editor, found.id, [edit(6, { 0: "two\r\nlines" }), edit(5, { 0: "too" })])).toBe(0);
  expect(await correctRows(editor, found.id, [edit(5, {}, true)])).toBe(1);
  expect((await rows()).find(({ line }) => line === 5)?.cells.map(({ raw }) => raw)).toEqual(["too", "many", "cells"]);
});

test("rows that were corrected and not checked hold Apply up; after Apply nothing can be corrected", async () => {
  const { found, again } = await waiting();
  await correctRows(editor, found.id, [edit(3, { 0: "beto@x.com" })]);
  await expect(requestApply(editor, found.id, null)).rejects.toMatchObject({ code: "corrections_unchecked" });
  await again();
  await requestApply(editor, found.id, null);
  for (const late of [correctRows(editor, found.id, [edit(4, { 0: "x@x.com" })]), checkAgain(editor, found.id)])
    await expect(late).rejects.toMatchObject({ code: "import_state" });
});

test("a check that is cancelled leaves nothing of the corrections", async () => {
  const { found } = await waiting();
  await correctRows(editor, found.id, [edit(3, { 0: "beto@x.com" })]);
  await checkAgain(editor, found.id);
  await cancelImport(editor, found.id);
  await runCheck(found.id, () => {});
  expect(await db.$count(importLines, eq(importLines.importId, found.id))).toBe(0);
});

test("a viewer corrects nothing", async () => {
  const { found } = await waiting();
  const viewer = { ...editor, role: "viewer" as const };
  await expect(correctRows(viewer, found.id, [])).rejects.toMatchObject({ kind: "forbidden" });
  await expect(checkAgain(viewer, found.id)).rejects.toMatchObject({ kind: "forbidden" });
});
