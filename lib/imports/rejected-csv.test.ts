import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { importLines } from "#db/schema.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { AS_READER, seenIf } from "#tests/support/seen-if.ts";
import { runProfile } from "./columns/run-profile.ts";
import type { Import } from "./import.ts";
import { check, editor, importFile, makeProfile, makeProgram, membersOf, upload } from "./import-for-tests.ts";
import { rejectedCsv } from "./rejected-csv.ts";

/* A file of rejected rows is corrected and imported again, as often as it takes. */

async function csvOf(found: Import): Promise<string> {
  let csv = "";
  for await (const piece of rejectedCsv(editor, found)) csv += piece;
  return csv;
}

const linesOf = async (found: Import) => (await csvOf(found)).replace("\uFEFF", "").trimEnd().split("\r\n");

test("is read as the reader, who changes nothing and sees no staff", async () => {
  const found = await importFile(await makeProfile(), "Email\nana\n");
  const asked = await seenIf("import_lines", AS_READER, async () => ({
    file: await linesOf(found),
    here: await here(),
  }));
  expect(asked).toEqual({ file: ["line,column,reason,Email", "2,Email,email,ana"], here: 0 });
});

const here = () => db.$count(importLines);

test("two rounds of corrections: the second file is like the first one, and all rows are in at the end", async () => {
  const profile = await makeProfile([{ name: "Name" }, { name: "Spent", type: "number" }]);
  const first = await importFile(profile, "Email,Name,Spent\nana,Ana,much\nbeto@x.com,Beto,little\neva@x.com,Eva,3\n");
  expect(await linesOf(first)).toEqual([
    "line,column,reason,Email,Name,Spent",
    "2,Email,email,ana,Ana,much",
    "3,Spent,number,beto@x.com,Beto,little",
  ]);
  const second = await importFile(profile, (await csvOf(first)).replace(",ana,", ",ana@x.com,").replace("little", "1"));
  expect(await linesOf(second)).toEqual(["line,column,reason,Email,Name,Spent", "2,Spent,number,ana@x.com,Ana,much"]);
  await importFile(profile, (await csvOf(second)).replace("much", "9"));
  expect(await membersOf(profile)).toEqual({
    "ana@x.com": { status: "0", Name: "Ana", Spent: "9" },
    "beto@x.com": { status: "0", Name: "Beto", Spent: "1" },
    "eva@x.com": { status: "0", Name: "Eva", Spent: "3" },
  });
});

test("what stands in front becomes no field, goes to none, and is asked of nobody", async () => {
  const profile = await makeProfile([{ name: "Reason" }]);
  const csv = await csvOf(await importFile(profile, "Email\nana\n"));
  const person = { ...editor, kind: "staff" as const };
  expect(await upload(profile, csv, { person })).toMatchObject({ state: "checking" });
  const again = await upload(profile, csv.replace("ana", "ana@x.com"), { options: { createFields: true } });
  expect(again).toMatchObject({ state: "checking" });
  expect(again.mapping?.map(({ target }) => target?.kind)).toEqual([undefined, undefined, undefined, "key"]);
});

test("a file with columns of those names keeps them, and gets others in front, twice over", async () => {
  const profile = await makeProfile();
  const first = await check(profile, "reason,Email,line\nmoved,ana,L1\n");
  const header = "rejected line,column,rejected reason,reason,Email,line";
  expect(await linesOf(first)).toEqual([header, "2,Email,email,moved,ana,L1"]);
  const second = await check(profile, await csvOf(first));
  expect(await linesOf(second)).toEqual([header, "2,Email,email,moved,ana,L1"]);
});

test("names that look like formulas or HTML come safe and whole, a column without one by its number", async () => {
  const profile = await makeProfile();
  const found = await check(profile, `Email,=HYPERLINK(1),<img src=x onerror=alert(1)>,"x'; drop table",\nana,,,,1\n`);
  expect((await linesOf(found))[0]).toBe(
    `line,column,reason,Email,'=HYPERLINK(1),<img src=x onerror=alert(1)>,"x'; drop table",column 5`,
  );
});

test("a column that the API was told to take is no column in front any more", async () => {
  const profile = await makeProfile([{ name: "Why" }]);
  const found = await check(profile, "line,column,reason,Email\n7,Age,moved,ana\n", {
    options: { mapping: { reason: "Why" } },
  });
  expect((await linesOf(found))[0]).toBe("rejected line,rejected column,rejected reason,line,column,reason,Email");
});

test("createFields makes fields of the other columns of such a file", async () => {
  const profile = await makeProfile();
  const { id } = await upload(profile, "line,column,reason,Email,Shoe\n2,Email,email,ana@x.com,40\n", {
    person: await makeProgram(),
    options: { createFields: true },
  });
  await runProfile(id, () => {});
  expect((await loadProfile(db, profile.id)).fields.map(({ name }) => name)).toEqual(["Shoe"]);
});
