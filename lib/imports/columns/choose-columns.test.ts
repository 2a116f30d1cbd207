import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { runCheck } from "../check/run-check.ts";
import { editor, makeProfile, upload } from "../import-for-tests.ts";
import { loadImport } from "../queries.ts";
import { type ColumnChoice, chooseColumns } from "./choose-columns.ts";

/* A person says where each column goes. */

const KEY = { kind: "key" } as const;
const created = (name: string) => ({ kind: "new", name, type: "text" }) as const;
const BY_HAND = { person: { ...editor, kind: "staff" as const } };

async function asked(fields: { name: string }[], file = "Email,A,B\nana@x.com,1,2\n") {
  const profile = await makeProfile(fields);
  const { id } = await upload(profile, file, BY_HAND);
  const choose = (choices: ColumnChoice[]) => chooseColumns(editor, id, choices, { blankErases: false });
  return { id, profile, choose };
}

const wrong = (...details: [string, unknown][]) => ({
  code: "wrong_columns",
  details: details.map(([path, message]) => expect.objectContaining({ path, message })),
});

test("new fields are made, and the check goes on with them", async () => {
  const { id, profile, choose } = await asked([]);
  await choose([KEY, created("  Shoe "), null]);
  await runCheck(id, () => {});
  expect(await loadImport(db, id)).toMatchObject({ state: "ready", new: 1 });
  expect((await loadProfile(db, profile.id)).fields.map(({ name }) => name)).toEqual(["Shoe"]);
});

test("a name that no field may have is refused beside its column, and nothing is made", async () => {
  const { id, profile, choose } = await asked([]);
  await expect(choose([KEY, created("Shoe"), created("status")])).rejects.toMatchObject(
    wrong(["column-2", expect.stringContaining("Every contact has a status already")]),
  );
  await expect(choose([KEY, created(" "), created("x".repeat(101))])).rejects.toMatchObject(
    wrong(
      ["column-1", "Give the new field for “A” a name."],
      ["column-2", "The field's name may have 100 characters. Shorten it."],
    ),
  );
  expect((await loadProfile(db, profile.id)).fields).toEqual([]);
  expect(await loadImport(db, id)).toMatchObject({ state: "columns" });
});

test("two columns for one field are refused, also when one says it by the name of a new one", async () => {
  const { profile, choose } = await asked([{ name: "City" }]);
  const city = { kind: "field", fieldId: profile.fields[0]?.id ?? 0, mode: "always" } as const;
  await expect(choose([KEY, city, created("CITY")])).rejects.toMatchObject(
    wrong(["column-2", expect.stringContaining("“B” goes to the same field as “A”")]),
  );
  await expect(choose([city, null, null])).rejects.toMatchObject(
    wrong(["column-1", expect.stringContaining("Choose the column that holds the Email")]),
  );
});

test("more than 500 fields are refused, and nothing is made", async () => {
  const { profile, choose } = await asked(Array.from({ length: 499 }, (_, at) => ({ name: `Field ${at}` })));
  await expect(choose([KEY, created("One"), created("Two")])).rejects.toMatchObject({ code: "too_many_fields" });
  expect((await loadProfile(db, profile.id)).fields).toHaveLength(499);
});

test("a viewer chooses nothing", async () => {
  const { id } = await asked([]);
  const viewer = { ...editor, role: "viewer" as const };
  await expect(chooseColumns(viewer, id, [KEY, null, null], { blankErases: false })).rejects.toMatchObject({
    kind: "forbidden",
  });
});
