import { beforeAll, expect, test } from "vitest";
import { importFile } from "#lib/imports/import-for-tests.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { editor, makeProfile } from "#lib/profiles/profiles-for-tests.ts";
import { jump, surelyMeant } from "./jump.ts";

let news: Profile;
beforeAll(async () => {
  news = await makeProfile([], { name: "Newsletter Perú" });
  await makeProfile([], { name: "Newsletter" });
  const mobiles = await makeProfile([], { name: "SMS", type: "mobile_only" });
  await importFile(news, "Email\nana@example.com\nanabel@example.com\nbea_x@example.com\n", { fileName: "spring.csv" });
  await importFile(mobiles, "Mobile\n+56912345678\n", { fileName: "numbers.csv" });
});

const found = async (typed: string) => {
  const { profiles, contacts, imports } = await jump(editor, typed);
  return [
    ...profiles.map(({ name }) => name),
    ...contacts.map(({ key }) => key),
    ...imports.map((each) => each.fileName),
  ];
};

test("profiles, imports and people are found by what they are called", async () => {
  expect(await found("letter")).toEqual(["Newsletter", "Newsletter Perú", "spring.csv"]);
  expect(await found("SPRING")).toEqual(["spring.csv"]);
  expect(await found("Ana")).toEqual(["ana@example.com", "anabel@example.com"]);
  expect(await found(" ANA@example.com ")).toEqual(["ana@example.com"]);
  expect(await found("+56 9 1234")).toEqual(["+56912345678"]);
  expect(await found("bea_")).toEqual(["bea_x@example.com"]);
  expect(await found("bea%")).toEqual([]);
});

test("nothing is found by nothing, by what is too long or by what no name holds", async () => {
  for (const typed of ["", "  ", "x".repeat(400), "a\0"]) expect(await found(typed)).toEqual([]);
});

test("what is surely meant is the only thing there is, or the one of exactly this name", async () => {
  const meant = async (typed: string) => surelyMeant(await jump(editor, typed), typed);
  expect(await meant("newsletter peru")).toBeNull();
  expect(await meant("newsletter perú")).toEqual({ kind: "profile", id: news.id });
  expect(await meant("Newsletter")).toMatchObject({ kind: "profile" });
  expect(await meant("ana@example.com")).toMatchObject({ kind: "contact" });
  expect(await meant("spring")).toMatchObject({ kind: "import" });
  expect(await meant("ana")).toBeNull();
});
