import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { importLines, imports } from "#db/schema.ts";
import { forgetOldImports } from "./forget-old-imports.ts";
import { check, editor, importFile, makeProfile } from "./import-for-tests.ts";
import { loadImport } from "./queries.ts";
import { undoProblem } from "./undo/undo-forecast.ts";

/** As if the import's whole life had been so many days ago. */
async function daysAgo(importId: number, created: number, finished: number | null) {
  const before = (days: number) => sql`now() - make_interval(days => ${days})`;
  await db
    .update(imports)
    .set({ createdAt: before(created), finishedAt: finished === null ? null : before(finished) })
    .where(eq(imports.id, importId));
}

async function kept(importId: number) {
  const { rows } = await db.execute<{ name: string }>(sql`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('staging', 'journal') and table_name ~ ${`^import_${importId}(_|$)`} order by 1`);
  return {
    tables: rows.map(({ name }) => name),
    lines: await db.$count(importLines, eq(importLines.importId, importId)),
  };
}

const FILE = "email,city\nana@example.com,Lima\nnobody,Lima\n";

test("journal and rejected rows of an import go 30 days after it was applied, and its log row stays", async () => {
  const profile = await makeProfile([{ name: "City" }]);
  await importFile(profile, FILE.replace("Lima", "Puno"));
  const done = await importFile(profile, FILE, { action: "append-or-update" });
  await daysAgo(done.id, 60, 29); // it waited for a month, and was applied 29 days ago
  await forgetOldImports();
  expect(await kept(done.id)).toEqual({ tables: [`journal.import_${done.id}`], lines: 1 });
  expect(await undoProblem(await loadImport(db, done.id))).toBeNull();

  await daysAgo(done.id, 60, 31);
  await forgetOldImports();
  expect(await kept(done.id)).toEqual({ tables: [], lines: 0 });
  const log = await loadImport(db, done.id);
  expect(log).toMatchObject({ state: "done", read: 2, updated: 1, rejected: 1 });
  expect(await undoProblem(log)).toMatchObject({ code: "undo_too_old" });
});

test("the table that an Overwrite replaced goes as well", async () => {
  const profile = await makeProfile();
  await importFile(profile, FILE);
  const done = await importFile(profile, "email\nbea@example.com\n", { action: "overwrite" });
  expect((await kept(done.id)).tables).toEqual([`journal.import_${done.id}_replaced`]);
  await daysAgo(done.id, 31, 31);
  await forgetOldImports();
  expect((await kept(done.id)).tables).toEqual([]);
});

test("an import that nobody decided on in 30 days is cancelled, and its file goes; one of 29 days waits on", async () => {
  const profile = await makeProfile();
  const [old, young] = [await check(profile, FILE), await check(profile, FILE)];
  await daysAgo(old.id, 31, null);
  await daysAgo(young.id, 29, null);
  await forgetOldImports();
  expect(await loadImport(db, old.id)).toMatchObject({ state: "cancelled" });
  expect(await kept(old.id)).toEqual({ tables: [], lines: 0 });
  expect(await loadImport(db, young.id)).toMatchObject({ state: "ready", createdBy: editor.staffId });
  expect((await kept(young.id)).tables).toContain(`staging.import_${young.id}`);
});

test("an import that is being applied is left alone, however old", async () => {
  const { id } = await check(await makeProfile(), FILE);
  await db.update(imports).set({ state: "applying" }).where(eq(imports.id, id));
  await daysAgo(id, 90, null);
  await forgetOldImports();
  expect((await loadImport(db, id)).state).toBe("applying");
  expect((await kept(id)).tables).toContain(`staging.import_${id}`);
});
