import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { bulkActions } from "#db/schema.ts";
import { editor, makeProfile } from "#lib/imports/import-for-tests.ts";
import { changeStatus } from "../change-status.ts";
import { add, contactOf } from "../contacts-for-tests.ts";
import { exportSelected } from "./export-selected.ts";
import { listBulkActions } from "./queries.ts";
import type { Selection } from "./selection.ts";

const FIELDS = [{ name: "City" }, { name: "Points", type: "number" as const }];

async function textOf(selection: Selection, expected: number): Promise<string> {
  const pieces = [];
  for await (const piece of await exportSelected(editor, selection, expected)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const lastLog = async () => (await listBulkActions(editor, { limit: 1 })).items[0];

test("all who match are written to a file with their values, and the log says how many", async () => {
  const profile = await makeProfile(FIELDS);
  await add(profile, "ana@match.example", { City: "=Lima", Points: "-3" });
  await add(profile, "bea@match.example", { City: "Quito" });
  const rule = { all: [{ field: "City", op: "contains" as const, value: "lima" }] };
  expect(await textOf({ profileId: profile.id, rule }, 1)).toBe(
    "\uFEFFEmail,City,Points,Status\nana@match.example,'=Lima,'-3,active\n",
  );
  expect(await lastLog()).toMatchObject({
    deed: { kind: "export" },
    state: "done",
    expected: 1,
    changed: 1,
    profileName: profile.name,
  });
});

test("ticked people of the repository are written with what it knows: email or mobile, and status", async () => {
  const [emails, phones] = [await makeProfile([]), await makeProfile([], "mobile_only")];
  await add(emails, "ana@ticked.example");
  await add(emails, "not-ticked@ticked.example");
  await add(phones, "+56 9 8765 4321");
  const people = [await contactOf("ana@ticked.example"), await contactOf("+56987654321")];
  await changeStatus(editor, people[0]?.id ?? 0, { status: "bounced", reason: "x" }, null);
  expect(await textOf({ profileId: null, ticked: people.map(({ id }) => id) }, 2)).toBe(
    "\uFEFFEmail,Mobile,Status\n,'+56987654321,active\nana@ticked.example,,bounced\n",
  );
});

test("a file holds exactly as many as was told, or there is none", async () => {
  const profile = await makeProfile([]);
  await add(profile, "one@told.example");
  const selection = { profileId: profile.id };
  await expect(textOf(selection, 2)).rejects.toMatchObject({ code: "selection_changed" });
  const file = await exportSelected(editor, selection, 1);
  await add(profile, "two@told.example");
  await expect(file.next()).rejects.toMatchObject({ code: "selection_changed" });
  expect(await lastLog()).toMatchObject({ state: "failed", errorCode: "selection_changed", expected: 1, changed: 0 });
  await expect(textOf({ profileId: null, search: "nobody@told" }, 0)).rejects.toMatchObject({
    code: "nobody_selected",
  });
});

test("a download that is stopped half-way is logged as such", async () => {
  const profile = await makeProfile([]);
  await add(profile, "one@stopped.example");
  const file = await exportSelected(editor, { profileId: profile.id }, 1);
  await file.next();
  await file.return(undefined);
  expect(await lastLog()).toMatchObject({ state: "failed", errorCode: "stopped", changed: 0 });
});

test("who may not export gets no file and leaves no log", async () => {
  const profile = await makeProfile([]);
  await add(profile, "one@refused.example");
  const person = { ...editor, mayExport: false };
  await expect(exportSelected(person, { profileId: profile.id }, 1)).rejects.toMatchObject({ kind: "forbidden" });
  expect(await db.$count(bulkActions, eq(bulkActions.profileId, profile.id))).toBe(0);
});
