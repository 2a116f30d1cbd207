import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { contacts } from "#db/schema.ts";
import { editor, makeProfile } from "#lib/imports/import-for-tests.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { AS_READER, seenIf } from "#tests/support/seen-if.ts";
import { countSelected } from "./bulk/selection.ts";
import { add } from "./contacts-for-tests.ts";
import { countContacts, listContacts } from "./list-contacts.ts";
import { countMembers, listMembers } from "./list-members.ts";
import { readMembers } from "./read-members.ts";

/* Lists and their counts run rules, filters and searches as the reader, which sees no more than it was given. */

let profile: Profile;
const rule = { all: [{ field: "City", op: "is" as const, value: "Lima" }] };

beforeAll(async () => {
  profile = await makeProfile([{ name: "City" }]);
  await add(profile, "ana@example.com", { City: "Lima" });
});

const READS: Record<string, () => Promise<unknown>> = {
  "a page": () => listMembers(editor, profile, { rule, limit: 10 }),
  "a page of a search": () => listMembers(editor, profile, { search: "lim", limit: 10 }),
  "a count": () => countMembers(editor, profile, { rule }),
  "a count of who is chosen": () => countSelected(editor, { profileId: profile.id, rule }),
};

it.each(Object.entries(READS))("%s", async (_, read) => {
  await expect(read()).resolves.toBeDefined();
  const table = memberTableName(profile.id);
  await db.execute(sql`revoke select on ${table} from rollbook_reader`);
  try {
    await expect(read()).rejects.toMatchObject({ cause: { code: "42501" } });
  } finally {
    await db.execute(sql`grant select on ${table} to rollbook_reader`);
  }
});

it.each<[string, () => Promise<unknown>]>([
  ["a page of everybody", async () => (await listContacts(editor, { search: "ana", limit: 10 })).items.length],
  ["a count of everybody", () => countContacts(editor, { search: "ana" })],
])("%s", async (_, read) => {
  const asked = await seenIf("contacts", AS_READER, async () => [await read(), await db.$count(contacts)]);
  expect(asked).toEqual([1, 0]);
});

it("stops a question with a rule after five seconds and says so; one without may take longer", async () => {
  const sleep = sql`select pg_sleep(5.5)`;
  const [withRule, without] = await Promise.allSettled([
    readMembers(profile, { rule }, sleep),
    readMembers(profile, {}, sleep),
  ]);
  expect(withRule).toMatchObject({ status: "rejected", reason: { code: "rule_too_slow" } });
  expect(without.status).toBe("fulfilled");
}, 15_000);
