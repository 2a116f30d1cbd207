import { beforeAll, expect, test } from "vitest";
import { editor, importFile, makeProfile } from "#lib/imports/import-for-tests.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { changeStatus } from "./change-status.ts";
import { contactOf } from "./contacts-for-tests.ts";
import { foundInProfiles, MOST_FOUND } from "./found-in-profiles.ts";
import { countMembers } from "./list-members.ts";
import { STATUSES } from "./status.ts";

/* The search of the whole repository says in which profiles somebody has it in a text. */

let profiles: Profile[];

beforeAll(async () => {
  const people = await makeProfile([
    { name: "City" },
    { name: "Kind", type: "choice", options: ["gold", "Lima"] },
    { name: "Spent", type: "number" },
  ]);
  const cities = ["Lima", "líma", "Łódź", "100 %", ""];
  const rows = Array.from({ length: 40 }, (_, n) => `p${n}@example.com,${cities[n % 5]},${n % 7 ? "" : "gold"},12`);
  await importFile(people, `email,city,kind,spent\n${rows.join("\n")}\n`);
  const phones = await makeProfile([{ name: "Town" }, { name: "Phone", type: "phone" }]);
  await importFile(phones, "email,town,phone\np1@example.com,Lima,+56912345670\nlima@example.com,,\n");
  const mobiles = await makeProfile([], "mobile_only");
  await importFile(mobiles, "mobile\n+56912345670\n");
  const many = await makeProfile([{ name: "Note" }]);
  const notes = Array.from({ length: MOST_FOUND + 5 }, (_, n) => `n${n}@example.com,everywhere`);
  await importFile(many, `email,note\n${notes.join("\n")}\n`);
  await changeStatus(editor, (await contactOf("p1@example.com")).id, { status: "bounced", reason: "a test" }, null);
  profiles = [people, phones, mobiles, many];
});

test("finds in each profile whom the profile's own search finds", async () => {
  for (const search of ["lima", "ŁÓDŹ", "gold", "100 %", "+56 9 1234", "p1@", "12", "everywhere", "nowhere"]) {
    for (const status of [undefined, ...STATUSES]) {
      const expected = [];
      for (const profile of profiles) {
        const contacts = await countMembers(editor, profile, { search, status });
        const { id, name, type } = profile;
        if (contacts > 0) expected.push({ profile: { id, name, type }, contacts: Math.min(contacts, MOST_FOUND + 1) });
      }
      const { found, unread } = await foundInProfiles(editor, { search, status });
      expect(unread).toBe(0);
      expect(found).toHaveLength(expected.length);
      expect(found).toEqual(expect.arrayContaining(expected));
      expect(found.map(({ contacts }) => contacts)).toEqual(
        found.map(({ contacts }) => contacts).sort((a, b) => b - a),
      );
    }
  }
});

test("says how many profiles are left when the time is over", async () => {
  expect(await foundInProfiles(editor, { search: "lima" }, 0)).toEqual({ found: [], unread: profiles.length });
});
