import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ENGLISH } from "#lib/text/words.ts";
import { applyImport } from "../apply/apply-import.ts";
import { runCheck } from "../check/run-check.ts";
import { editor, type FieldWish, makeProfile, membersOf, upload } from "../import-for-tests.ts";
import { loadImport } from "../queries.ts";
import { changeReading } from "./change-reading.ts";
import { chooseColumns } from "./choose-columns.ts";
import { firstRows } from "./first-rows.ts";
import { runProfile } from "./run-profile.ts";

/* What the columns page shows of a file is what the check will make of it. */

const FIELDS: FieldWish[] = [
  { name: "Born", type: "date" },
  { name: "Spent", type: "number" },
];

/** An import that waits for its columns, for `Team` has no place; its values are counted. */
async function waiting(rows: string[], fields = FIELDS) {
  const profile = await makeProfile(fields);
  const { id } = await upload(profile, ["Email;Born;Spent;Team", ...rows].join("\n"), {
    options: { createFields: true },
  });
  const shown = async () => {
    const found = await loadImport(db, id);
    expect(found.state).toBe("columns");
    const first = await firstRows(editor, found, profile, 8, ENGLISH);
    if (!Array.isArray(first)) throw new Error("The file cannot be read.");
    return first.map(({ cells }) => cells.slice(1, 3).map(({ read, wrong }) => (wrong ? "wrong" : read)));
  };
  return { id, profile, shown };
}

const MONTH_FIRST = ["a@x.com;03/04/1990;1.234,5;", "b@x.com;12/31/2025;7,25;"];

test("dates and numbers are shown in the order and with the sign that the whole column has", async () => {
  const { id, shown } = await waiting(MONTH_FIRST);
  await runProfile(id, () => {});
  expect(await shown()).toEqual([
    ["4 Mar 1990", "1,234.5"],
    ["31 Dec 2025", "7.25"],
  ]);
});

test("what a person says wins over what was found, and what was found for other values is forgotten", async () => {
  const { id, shown } = await waiting(MONTH_FIRST);
  await runProfile(id, () => {});
  await changeReading(editor, id, { format: {}, dateOrder: "dmy" }, 0);
  expect((await loadImport(db, id)).options.found).toBeUndefined();
  await runProfile(id, () => {});
  expect(await shown()).toEqual([
    ["3 Apr 1990", "1,234.5"],
    ["wrong", "7.25"],
  ]);
});

test("what was found in a column that is left out then is not held against the others", async () => {
  const { id, profile } = await waiting(
    ["a@x.com;12/31/2025;;03/04/1990"],
    [...FIELDS, { name: "Since", type: "date" }],
  );
  await runProfile(id, () => {});
  const since = profile.fields.find(({ name }) => name === "Since");
  const target = { kind: "field", fieldId: since?.id ?? 0, mode: "always" } as const;
  await chooseColumns(editor, id, [{ kind: "key" }, null, null, target], { blankErases: false });
  await runCheck(id, () => {});
  expect((await loadImport(db, id)).options).toMatchObject({ found: {}, notices: [{ code: "dates_assumed" }, {}] });
  await applyImport(id);
  expect(await membersOf(profile)).toMatchObject({ "a@x.com": { Since: "1990-04-03" } });
});

test("a file whose values are written in any way says how they were read; one that shows it does not", async () => {
  const noticesOf = async (rows: string[]) => {
    const { id } = await waiting(rows);
    await chooseColumns(editor, id, await fieldsOf(id), { blankErases: false });
    await runCheck(id, () => {});
    return (await loadImport(db, id)).options.notices?.map(({ code }) => code);
  };
  expect(await noticesOf(["a@x.com;03/04/1990;1.234;"])).toEqual(["dates_assumed", "decimal_assumed", "left_out"]);
  expect(await noticesOf(["a@x.com;03/04/1990;1.234;", "b@x.com;31/01/1990;1.5;"])).toEqual(["left_out"]);
  expect(await noticesOf(["a@x.com;1990-04-03;12;"])).toEqual(["left_out"]);
});

const fieldsOf = async (id: number) => ((await loadImport(db, id)).mapping ?? []).map(({ target }) => target);
