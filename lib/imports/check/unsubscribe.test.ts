import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { runCheck } from "../check/run-check.ts";
import { chooseColumns } from "../columns/choose-columns.ts";
import { reopenColumns } from "../columns/reopen-columns.ts";
import { check, countsOf, editor, importFile, makeProfile, membersOf, upload } from "../import-for-tests.ts";
import { loadImport } from "../queries.ts";

/* An Unsubscribe asks a file who is meant, and nothing else: whatever is wrong with another cell keeps nobody subscribed. */

const FIELDS = [
  { name: "Name", required: true },
  { name: "Born", type: "date" as const },
];
const FILE = "Email,Name,Born,Shoe\nana@x.com,,31/02/2001,40\nbeto@x.com,Beto,yesterday,41\n";
const person = { ...editor, kind: "staff" as const };

test("cells that their fields would refuse, and empty ones that must not be, are not looked at", async () => {
  const profile = await makeProfile(FIELDS);
  await importFile(profile, "Email,Name\nana@x.com,Ana\nbeto@x.com,Beto\n");
  const done = await importFile(profile, FILE, { action: "unsubscribe", options: { createFields: true } });
  expect(countsOf(done)).toMatchObject({ read: 2, updated: 2, rejected: 0 });
  expect(await membersOf(profile)).toEqual({
    "ana@x.com": { status: "1", Name: "Ana", Born: null },
    "beto@x.com": { status: "1", Name: "Beto", Born: null },
  });
});

test("a person is not asked where the other columns go, only which one tells who is meant", async () => {
  const profile = await makeProfile(FIELDS);
  const wish = { action: "unsubscribe", person } as const;
  expect(await upload(profile, FILE, wish)).toMatchObject({ state: "checking" });
  expect(await upload(profile, FILE.replace("Email", "Who"), wish)).toMatchObject({ state: "columns" });
  expect(await upload(profile, FILE, { ...wish, action: "append" })).toMatchObject({ state: "columns" });
});

test("a column that a form sends with a field all the same goes nowhere, and becomes no new field", async () => {
  const profile = await makeProfile(FIELDS);
  const { id } = await check(profile, FILE, { action: "unsubscribe", person });
  await reopenColumns(editor, id);
  const field = (at: number) => ({ kind: "field", fieldId: profile.fields[at]?.id ?? 0, mode: "always" }) as const;
  const shoe = { kind: "new", name: "Shoe", type: "number" } as const;
  await chooseColumns(editor, id, [{ kind: "key" }, field(0), field(1), shoe], { blankErases: false });
  await runCheck(id, () => {});
  const ready = await loadImport(db, id);
  expect(ready).toMatchObject({ state: "ready", read: 2, rejected: 0 });
  expect(ready.mapping?.map(({ target }) => target?.kind)).toEqual(["key", undefined, undefined, undefined]);
});
