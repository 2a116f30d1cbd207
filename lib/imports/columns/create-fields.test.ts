import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { applyImport } from "../apply/apply-import.ts";
import { runCheck } from "../check/run-check.ts";
import type { ImportOptions } from "../import.ts";
import { makeProfile, makeProgram, membersOf, upload } from "../import-for-tests.ts";
import { loadImport } from "../queries.ts";
import { runProfile } from "./run-profile.ts";

/* What the API's createFields makes of columns that match no field. */

const person = await makeProgram();

async function importCreating(profile: Profile, file: string, options: ImportOptions = {}) {
  const { id } = await upload(profile, file, { person, options: { createFields: true, ...options } });
  await runProfile(id, () => {});
  await runCheck(id, () => {});
  await applyImport(id);
  return { profile: await loadProfile(db, profile.id), done: await loadImport(db, id) };
}

const fieldsOf = ({ fields }: Profile) => fields.map(({ name, type }) => `${name}: ${type}`);

test("each becomes a field of the type that all of its values fit, and the rows go in", async () => {
  const header = "Email,City,Shoe,Born,Member,Site";
  const { profile, done } = await importCreating(
    await makeProfile([{ name: "City" }]),
    `${header}\nana@x.com,Lima,40,2001-02-03,yes,https://x.com\nbea@x.com,Ica,41.5,2002-02-03,no,\n`,
  );
  expect(done).toMatchObject({ state: "done", new: 2, rejected: 0 });
  expect(fieldsOf(profile)).toEqual(["City: text", "Shoe: number", "Born: date", "Member: yesno", "Site: url"]);
  expect((await membersOf(profile))["ana@x.com"]).toMatchObject({ Shoe: "40", Born: "2001-02-03", Member: "true" });
});

test("names that rules keep for what every contact has get a number", async () => {
  const { profile } = await importCreating(await makeProfile(), "Email,Status,Added,MOBILE\nana@x.com,vip,today,1\n");
  expect(profile.fields.map(({ name }) => name)).toEqual(["Status 2", "Added 2", "MOBILE 2"]);
});

test("so do two that differ in case, accents or punctuation alone, and one whose field another column has", async () => {
  const { profile } = await importCreating(
    await makeProfile([{ name: "City" }]),
    "Email,City,CITY,Shoe size,shoe-size,Shoe size 2\nana@x.com,Lima,a,b,c,d\n",
  );
  expect(profile.fields.map(({ name }) => name)).toEqual([
    "City",
    "CITY 2",
    "Shoe size",
    "shoe-size 2",
    "Shoe size 2 2",
  ]);
  expect((await membersOf(profile))["ana@x.com"]).toMatchObject({ City: "Lima", "CITY 2": "a", "shoe-size 2": "c" });
});

test("a long name is cut between two characters, and one over two lines becomes one line", async () => {
  const long = `${"x".repeat(99)}👍👍`;
  const { profile } = await importCreating(await makeProfile(), `Email,${long},"two\nlines"\nana@x.com,1,2\n`);
  expect(profile.fields.map(({ name }) => name)).toEqual([`${"x".repeat(99)}👍`, "two lines"]);
});

test("a column that the mapping leaves out stays out, however its name is written", async () => {
  const { profile } = await importCreating(await makeProfile(), "Email,Shoe Size,constructor\nana@x.com,40,1\n", {
    mapping: { "shoe size": null },
  });
  expect(profile.fields.map(({ name }) => name)).toEqual(["constructor"]);
});
