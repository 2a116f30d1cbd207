import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { check, editor, importFile, makeProfile, membersOf } from "#lib/imports/import-for-tests.ts";
import { loadImport } from "#lib/imports/queries.ts";
import { tasks } from "#lib/jobs/tasks.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { bulkActionById } from "./bulk/queries.ts";
import { startBulkAction } from "./bulk/start-bulk-action.ts";
import { add, contactOf, formOf, versionOf } from "./contacts-for-tests.ts";
import { indexMembers } from "./list-indexes.ts";
import { listMembers } from "./list-members.ts";
import { putMember } from "./put-member.ts";
import { updateMember } from "./update-member.ts";

/* A field may hold more than an index can: an index for the order of a list is never in the way of a value. */

const KEY = "ana@example.com";
let profile: Profile;
let notes: number;
let city: number;

beforeAll(async () => {
  profile = await makeProfile([{ name: "Notes" }, { name: "City" }]);
  [notes, city] = profile.fields.map(({ id }) => id) as [number, number];
  await importFile(profile, `email,notes\n${KEY},short\nleo@example.com,other\n`);
});

/** A large profile, by its counts, whose lists in the order of these fields have indexes. */
beforeEach(async () => {
  await putMember(editor, profile, KEY, { Notes: "short" });
  await db.execute(sql`update profiles set active = 1000000 where id = ${profile.id}`);
  profile = await loadProfile(db, profile.id);
  for (const column of [notes, city]) await indexMembers(profile.id, column);
  expect(await indexes()).toEqual([`f_${notes}`, `f_${city}`].sort());
});

const indexes = async () => {
  const { rows } = await db.execute<{ name: string }>(sql`
    select attname as name from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
    where indrelid = ${`audience.profile_${profile.id}`}::regclass and not indisprimary order by attname`);
  return rows.map(({ name }) => name);
};

/** Compresses to nothing much shorter. */
const longText = () => randomBytes(15_000).toString("base64");

/** Runs a job as the runner does, which begins it once more when it threw. */
async function job(name: "apply-import" | "bulk-action", payload: object): Promise<void> {
  const at = (attempts: number) => ({ job: { attempts }, abortSignal: new AbortController().signal }) as JobHelpers;
  await expect(tasks[name](payload, at(1))).rejects.toThrow();
  await tasks[name](payload, at(2));
}

const WAYS: Record<string, () => Promise<unknown>> = {
  program: () => putMember(editor, profile, KEY, { Notes: longText() }),
  form: async () => {
    const { id: contactId } = await contactOf(KEY);
    const values = formOf(profile, { Notes: longText() });
    await updateMember(editor, { contactId, profileId: profile.id, version: await versionOf(profile, KEY), values });
  },
  import: async () => {
    const file = `email,notes\n${KEY},${longText()}\n`;
    const { id: importId } = await check(profile, file, { action: "append-or-update" });
    await job("apply-import", { importId });
    expect(await loadImport(db, importId)).toMatchObject({ state: "done", updated: 1 });
  },
  "action over many": async () => {
    const deed = { kind: "set-field", fieldId: notes, value: longText() } as const;
    const bulkActionId = await startBulkAction(editor, { profileId: profile.id, search: "ana@" }, deed, 1);
    await job("bulk-action", { bulkActionId });
    expect(await bulkActionById(editor, bulkActionId)).toMatchObject({ state: "done", changed: 1 });
  },
};

test.each(Object.keys(WAYS))("what a %s brings is kept, and the indexes make way", async (way) => {
  await WAYS[way]?.();
  expect((await membersOf(profile))[KEY]?.Notes).toHaveLength(20_000);
  expect(await indexes()).toEqual([]);
});

test("a text that Postgres names the index for is kept too", async () => {
  await putMember(editor, profile, KEY, { Notes: longText().slice(0, 4000) });
  expect(await indexes()).toEqual([]);
});

test("a new contact with a long text is added", async () => {
  expect(await add(profile, "new@example.com", { Notes: longText() })).toMatchObject({ outcome: "added" });
  await putMember(editor, profile, "new@example.com", { Notes: "short" });
});

test("where there is one already no index is made, and the list is ordered all the same", async () => {
  await putMember(editor, profile, KEY, { Notes: longText() });
  for (const column of [notes, city]) await indexMembers(profile.id, column);
  expect(await indexes()).toEqual([`f_${city}`]);
  const sort = { by: notes, direction: "ascending" } as const;
  const { items } = await listMembers(editor, profile, { sort, limit: 10 });
  expect(items.map(({ key }) => key)).toContain(KEY);
});
