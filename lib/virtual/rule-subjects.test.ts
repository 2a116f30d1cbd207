import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { analyzeMemberTable } from "#db/member-table.ts";
import { importFile } from "#lib/imports/import-for-tests.ts";
import { requestUndo } from "#lib/imports/undo/request-undo.ts";
import { undoImport } from "#lib/imports/undo/undo-import.ts";
import { archiveProfile } from "#lib/profiles/archive-profile.ts";
import { addMembers, anyName, editor, makeProfile } from "#lib/profiles/profiles-for-tests.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { createVirtualProfile } from "./create-virtual-profile.ts";
import { ruleSubjects } from "./rule-subjects.ts";

async function sourceOfTwo() {
  const level = { name: "Level", type: "choice" as const, options: ["Gold", "Silver"] };
  const source = await addMembers(await makeProfile([{ name: "City" }, level]), [
    { key: "ana@subjects.example", values: { City: "Lima", Level: "Gold" } },
    { key: "ben@subjects.example", values: { City: "Lima" } },
  ]);
  await analyzeMemberTable(db, source.id);
  return source;
}

test("what can be chosen: fields with their common values, statuses, profiles of the same kind, imports", async () => {
  const source = await sourceOfTwo();
  const virtual = await createVirtualProfile(editor, {
    name: anyName(),
    description: "",
    source: { id: source.id },
    rules: { all: [] },
  });
  const other = await makeProfile();
  const phones = await makeProfile([], { type: "mobile_only" });
  const subjects = await ruleSubjects(editor, source, { self: virtual });
  expect(subjects.map(({ label }) => label)).toEqual([
    ...["Email", "City", "Level", "Status", "Added", "Profile", "Import"],
  ]);
  expect(subjects[1]?.suggestions).toEqual(["Lima"]);
  expect(subjects[2]?.choices.map(({ value }) => value)).toEqual(["Gold", "Silver"]);
  const keys = subjects[5]?.choices.map(({ value }) => value);
  expect(keys).toContain(other.key);
  for (const { key } of [source, virtual, phones]) expect(keys).not.toContain(key);
});

test("what saved rules name stays to be chosen, whatever became of it", async () => {
  const source = await sourceOfTwo();
  const other = await makeProfile();
  await archiveProfile(editor, other.id);
  const { id } = await importFile(source, "Email\nnamed@subjects.example\n");
  await requestUndo(editor, id);
  await undoImport(id);
  const kept: Rule = {
    any: [
      { profile: other.key, op: "in" },
      { import: id, op: "in" },
    ],
  };
  const of = async (edited: Parameters<typeof ruleSubjects>[2], about: string) =>
    (await ruleSubjects(editor, source, edited)).find((each) => each.about === about)?.choices ?? [];
  expect(await of({ kept }, "profile")).toContainEqual({ value: other.key, label: `${other.name} (archived)` });
  expect(await of({ kept }, "import")).toContainEqual({ value: String(id), label: `${id} · people.csv (undone)` });
  expect((await of({}, "profile")).map(({ value }) => value)).not.toContain(other.key);
  expect((await of({}, "import")).map(({ value }) => value)).not.toContain(String(id));
});
