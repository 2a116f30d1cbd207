import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contacts } from "#db/schema.ts";
import { expectCountsToHold } from "#lib/contacts/contacts-for-tests.ts";
import { putMember } from "#lib/contacts/put-member.ts";
import type { ImportAction } from "../import.ts";
import { check, editor, makeProfile, membersOf } from "../import-for-tests.ts";
import { loadImport } from "../queries.ts";
import { applyImport } from "./apply-import.ts";

/* Two imports of the same people in opposite order stand in nobody's way, and end as if one had come after the other. */

const ROUNDS = 12;
const PEOPLE = Array.from({ length: 60 }, (_, at) => at);
let made = 0;

const fileOf = (round: number, value: string, people: number[]) =>
  `email,name\n${people.map((at) => `p${at}@r${round}.example,${value}\n`).join("")}`;

/** Asked for by a program: counted anew where the other one was faster, not shown again. */
const wish = (action: ImportAction) => ({ action, options: { autoApply: true, confirmLeave: true } });

test.each<[ImportAction, ImportAction]>([
  ["append", "append"],
  ["append-or-update", "append-or-update"],
  ["overwrite", "append-or-update"],
  ["append", "unsubscribe"],
])(
  "%s beside %s of one profile, and an edit between them",
  async (one, other) => {
    for (let round = 0; round < ROUNDS; round++) {
      const profile = await makeProfile([{ name: "Name" }]);
      const place = ++made;
      const first = await check(profile, fileOf(place, "first", PEOPLE), wish(one));
      const second = await check(profile, fileOf(place, "second", PEOPLE.toReversed()), wish(other));
      await Promise.all([
        applyImport(first.id),
        applyImport(second.id),
        putMember(editor, profile, `p7@r${place}.example`, { Name: "edited" }),
      ]);
      for (const { id } of [first, second]) expect((await loadImport(db, id)).state).toBe("done");
      const names = Object.entries(await membersOf(profile)).map(([key, { Name }]) =>
        key.startsWith("p7@") ? "" : Name,
      );
      expect(names).toHaveLength(PEOPLE.length);
      expect(new Set(names).size).toBe(2);
    }
    await expectCountsToHold();
  },
  120_000,
);

test("an Unsubscribe, which reaches every profile, beside an Append of another profile with new people", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const [one, other] = [await makeProfile(), await makeProfile()];
    const place = ++made;
    const first = await check(one, fileOf(place, "", PEOPLE), wish("unsubscribe"));
    const second = await check(other, fileOf(place, "", PEOPLE.toReversed()), wish("append"));
    await Promise.all([applyImport(first.id), applyImport(second.id)]);
    for (const { status } of Object.values(await membersOf(other))) expect(status).toBe("1");
    const ended = await loadImport(db, first.id);
    expect(ended).toMatchObject({ state: "done", new: ended.review?.newContacts });
  }
  await expectCountsToHold();
}, 120_000);

test("two profiles get the same new people at the same moment, once into the repository", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const [one, other] = [await makeProfile([{ name: "Name" }]), await makeProfile([{ name: "Name" }])];
    const place = ++made;
    const before = await db.$count(contacts);
    const first = await check(one, fileOf(place, "first", PEOPLE), wish("append"));
    const second = await check(other, fileOf(place, "second", PEOPLE.toReversed()), wish("append"));
    await Promise.all([applyImport(first.id), applyImport(second.id)]);
    expect(await db.$count(contacts)).toBe(before + PEOPLE.length);
    for (const profile of [one, other]) expect(Object.keys(await membersOf(profile))).toHaveLength(PEOPLE.length);
  }
  await expectCountsToHold();
}, 120_000);
