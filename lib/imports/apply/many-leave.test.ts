import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { putMember } from "#lib/contacts/put-member.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { check, editor, importFile, makeProfile, membersOf } from "../import-for-tests.ts";
import { loadImport } from "../queries.ts";
import { requestApply } from "../request-apply.ts";
import { applyImport } from "./apply-import.ts";

/* An Overwrite that a program sent, and members who join between its review and Apply: nobody said that they may leave. */

const STAY = ["a", "b", "c", "d", "e"].map((letter) => `${letter}@x.com`);
const LATE = ["late@x.com", "later@x.com"];
const fileOf = (keys: string[]) => `email\n${keys.join("\n")}\n`;
const person = { ...editor, kind: "staff" } as const;

/** Checked; `others` are in the profile and not in the file. */
async function overwrite(others: string[], options: { confirmLeave?: boolean } = {}) {
  const profile = await makeProfile();
  await importFile(profile, fileOf([...STAY, ...others]));
  const { id } = await check(profile, fileOf(STAY), { action: "overwrite", options: { autoApply: true, ...options } });
  return { profile, id };
}

async function join(profile: Profile, keys: string[]) {
  for (const key of keys) await putMember(editor, profile, key, {});
}

async function applied(id: number) {
  await applyImport(id);
  return loadImport(db, id);
}

test("it goes in when a few more leave than were counted", async () => {
  const { profile, id } = await overwrite([]);
  await join(profile, LATE.slice(0, 1));
  expect(await applied(id)).toMatchObject({ state: "done", review: { leaving: 1, members: 6 } });
  expect(Object.keys(await membersOf(profile))).toEqual(STAY);
});

test("it waits for a confirmation when more than a fifth would leave by now", async () => {
  const { profile, id } = await overwrite([]);
  await join(profile, LATE);
  expect(await applied(id)).toMatchObject({ state: "ready", errorCode: "profile_changed", review: { leaving: 2 } });
  expect(Object.keys(await membersOf(profile))).toHaveLength(7);
  await expect(requestApply(editor, id, null)).rejects.toMatchObject({ code: "leaving_unconfirmed" });
});

test("it goes in when the program said that any number may leave, with the file or when it asked for Apply", async () => {
  const sent = await overwrite([], { confirmLeave: true });
  const asked = await overwrite(["f@x.com", "g@x.com"]);
  await requestApply(editor, asked.id, "any");
  for (const { profile, id } of [sent, asked]) {
    await join(profile, LATE);
    expect(await applied(id)).toMatchObject({ state: "done" });
    expect(Object.keys(await membersOf(profile))).toEqual(STAY);
  }
});

test("a person who confirmed how many leave is asked again when it is another number", async () => {
  const { profile, id } = await overwrite(["f@x.com", "g@x.com"]);
  await requestApply(person, id, 2);
  await join(profile, LATE.slice(0, 1));
  expect(await applied(id)).toMatchObject({ state: "ready", errorCode: "profile_changed", review: { leaving: 3 } });
  expect(Object.keys(await membersOf(profile))).toHaveLength(8);
});
