import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { deleteField } from "#lib/profiles/fields/delete-field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { applyImport } from "../apply/apply-import.ts";
import { runCheck } from "../check/run-check.ts";
import type { ColumnMapping, ImportAction } from "../import.ts";
import { editor, importFile, makeProfile, upload } from "../import-for-tests.ts";
import { loadImport } from "../queries.ts";
import { chooseColumns } from "./choose-columns.ts";
import { reopenColumns } from "./reopen-columns.ts";

/* How the last import with the same header was mapped is offered again. */

const person = { ...editor, kind: "staff" as const };
const FILE = "Email,City,Town\nana@x.com,Lima,Ica\n";

const send = (profile: Profile, file = FILE, action: ImportAction = "append-or-update") =>
  upload(profile, file, { action, person });

/** Imports the file with other choices than its names say. */
async function importWith(profile: Profile, targets: ColumnMapping["target"][], blankErases = false) {
  const { id, state } = await send(profile);
  if (state === "checking") {
    await runCheck(id, () => {});
    await reopenColumns(person, id);
  }
  await chooseColumns(person, id, targets, { blankErases });
  await runCheck(id, () => {});
  await applyImport(id);
  expect(await loadImport(db, id)).toMatchObject({ state: "done" });
}

async function begin() {
  const profile = await makeProfile([{ name: "City" }, { name: "Town" }]);
  const [city, town] = profile.fields.map(({ id }) => id) as [number, number];
  const to = (fieldId: number, mode: "always" | "empty" = "always") => ({ kind: "field", fieldId, mode }) as const;
  return { profile, city, town, to };
}

const targetsOf = ({ mapping }: { mapping: ColumnMapping[] | null }) => mapping?.map(({ target }) => target);
const KEY = { kind: "key" } as const;

test("also when all names match, and other files came in between", async () => {
  const { profile, city, to } = await begin();
  await importWith(profile, [KEY, to(city, "empty"), null], true);
  await importFile(profile, "Email,Town\nana@x.com,Ica\n");
  const again = await send(profile);
  expect(again).toMatchObject({ state: "columns", options: { blankErases: true } });
  expect(targetsOf(again)).toEqual([KEY, to(city, "empty"), null]);
});

test("nobody is asked where it does what the names say", async () => {
  const { profile, city, town, to } = await begin();
  await importWith(profile, [KEY, to(city), to(town)]);
  expect(await send(profile)).toMatchObject({ state: "checking" });
  await importWith(profile, [KEY, to(city, "empty"), to(town)]);
  expect(await send(profile, FILE, "append")).toMatchObject({ state: "checking" });
  expect(await send(profile)).toMatchObject({ state: "columns" });
});

test("a field that was deleted since is chosen anew", async () => {
  const { profile, city, town, to } = await begin();
  await importWith(profile, [KEY, to(town), to(city)]);
  await deleteField(person, profile.id, town);
  expect(targetsOf(await send(profile))).toEqual([KEY, null, to(city)]);
});

test("what an Unsubscribe did not look at is not left out of the next import", async () => {
  const { profile, city, town, to } = await begin();
  await importFile(profile, FILE, { action: "unsubscribe" });
  const next = await send(profile);
  expect(next).toMatchObject({ state: "checking" });
  expect(targetsOf(next)).toEqual([KEY, to(city), to(town)]);
});
