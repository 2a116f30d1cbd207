import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { contacts, importLines } from "#db/schema.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { applyImport } from "./apply/apply-import.ts";
import { runCheck } from "./check/run-check.ts";
import type { ImportAction, ImportOptions } from "./import.ts";
import { countsOf, editor, makeProfile, membersOf, upload } from "./import-for-tests.ts";
import { loadImport } from "./queries.ts";
import { requestUndo } from "./undo/request-undo.ts";
import { undoImport } from "./undo/undo-import.ts";

/*
 * Random files, mappings and actions against a model of three maps that knows nothing of SQL; then the undo, which must
 * bring back every row.
 */

type Values = { City: string | null; Spent: string | null };
type Model = { people: Map<string, number>; members: Map<string, Values> };
type Line = { key: string; city: string; spent: string };

const ACTIONS: ImportAction[] = ["append", "append-or-update", "overwrite", "unsubscribe"];
const KEYS = ["a", "b", "c", "d", "e", "f"];

const line: fc.Arbitrary<Line> = fc.record({
  key: fc.oneof(
    {
      weight: 9,
      arbitrary: fc.constantFrom(...KEYS, ...KEYS.map((key) => key.toUpperCase())).map((key) => `${key}@x.com`),
    },
    { weight: 1, arbitrary: fc.constantFrom("", "nobody", "a@b..com") },
  ),
  city: fc.constantFrom("", "Lima", "LIMA", "Líma", "Quito"),
  spent: fc.constantFrom("", "1", "1.0", "2.5", "oops"),
});

const wish = fc.record({
  action: fc.constantFrom(...ACTIONS),
  blankErases: fc.boolean(),
  mapsSpent: fc.boolean(),
  lines: fc.array(line, { maxLength: 12 }),
});

type Outcome = { counts: ReturnType<typeof countsOf>; after: Model };

function predict(
  before: Model,
  {
    action,
    blankErases,
    mapsSpent,
    lines,
  }: { action: ImportAction; blankErases: boolean; mapsSpent: boolean; lines: Line[] },
): Outcome {
  const counts = { read: 0, new: 0, updated: 0, unchanged: 0, duplicate: 0, rejected: 0 };
  const last = new Map<string, Values>();
  for (const { key, city, spent } of lines) {
    if (key === "" && city === "" && spent === "") continue; // a blank row is none
    counts.read++;
    const good = /^[a-f]@x\.com$/i.test(key) && !(mapsSpent && spent === "oops");
    if (!good) counts.rejected++;
    else {
      if (last.has(key.toLowerCase())) counts.duplicate++;
      last.set(key.toLowerCase(), { City: city || null, Spent: mapsSpent && spent ? spent : null });
    }
  }
  const after: Model = { people: new Map(before.people), members: new Map(before.members) };
  for (const [key, brought] of last) {
    const member = before.members.get(key);
    const known = before.people.get(key);
    if (action === "unsubscribe") {
      if (known === undefined) counts.new++;
      else if (known === 1) counts.unchanged++;
      else counts.updated++;
      after.people.set(key, 1);
      continue;
    }
    if (known === undefined) after.people.set(key, 0);
    const merged = merge(action, member, brought, blankErases, mapsSpent);
    if (member === undefined) counts.new++;
    else if (same(member, merged)) counts.unchanged++;
    else counts.updated++;
    // 1.0 in the place of 1 is no change, and leaves it written as it was; an Overwrite writes what the file has.
    const kept = member !== undefined && action !== "overwrite" && same(member, merged);
    after.members.set(key, kept ? member : merged);
  }
  if (action === "overwrite") for (const key of before.members.keys()) if (!last.has(key)) after.members.delete(key);
  return { counts, after };
}

function merge(
  action: ImportAction,
  member: Values | undefined,
  brought: Values,
  blankErases: boolean,
  mapsSpent: boolean,
): Values {
  if (member === undefined || action === "overwrite") return brought;
  if (action === "append") return member;
  const pick = (field: keyof Values) => (brought[field] === null && !blankErases ? member[field] : brought[field]);
  return { City: pick("City"), Spent: mapsSpent ? pick("Spent") : member.Spent };
}

/** 1 and 1.0 are one number. */
const same = (one: Values, other: Values) =>
  one.City === other.City &&
  (one.Spent === other.Spent || Number(one.Spent ?? "none") === Number(other.Spent ?? "none"));

async function actual(profile: Profile): Promise<Model> {
  const people = await db.select({ key: contacts.key, status: contacts.status }).from(contacts);
  const members = await membersOf(profile);
  for (const [key, { status }] of Object.entries(members)) {
    expect(Number(status), `the status of ${key} as a member`).toBe(
      people.find((person) => person.key === key)?.status,
    );
  }
  return {
    people: new Map(people.map(({ key, status }) => [key, status])),
    members: new Map(Object.entries(members).map(([key, { City = null, Spent = null }]) => [key, { City, Spent }])),
  };
}

async function expectCountsOfTables(profile: Profile) {
  const { rows } = await db.execute<Record<string, number>>(sql`
    select (select count(*) from contacts)::int as people, (select count(*) from ${memberTableName(profile.id)})::int as members,
      (select active + unsubscribed + bounced from repository_counts)::int as counted`);
  expect(rows[0]?.counted).toBe(rows[0]?.people);
  expect((await loadProfile(db, profile.id)).counts.contacts).toBe(rows[0]?.members);
}

const plain = (model: Model) => ({ people: [...model.people].sort(), members: [...model.members].sort() });

test("every import does what a model says, its counts add up, and its undo brings back every row", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 3 }), fc.boolean(), async (wishes, undoing) => {
      await db.execute(sql`truncate contacts, profiles cascade`); // members of an earlier run would keep people in
      await db.execute(sql`update repository_counts set active = 2, unsubscribed = 1, bounced = 1`);
      await db
        .insert(contacts)
        .values(["c", "d", "y", "z"].map((name, at) => ({ key: `${name}@x.com`, status: [1, 2, 0, 0][at] })));
      const profile = await makeProfile([{ name: "City" }, { name: "Spent", type: "number" }]);
      for (const { action, blankErases, mapsSpent, lines } of wishes) {
        const before = await actual(profile);
        const expected = predict(before, { action, blankErases, mapsSpent, lines });
        const text = lines.map(({ key, city, spent }) => `${spent},${key},${city}\n`).join("");
        const options: ImportOptions = { blankErases, mapping: mapsSpent ? {} : { Spent: null } };
        const { id } = await upload(profile, `Spent,E-mail,city\n${text}`, { action, options });
        await runCheck(id, () => {});
        expect(plain(await actual(profile))).toEqual(plain(before)); // nothing changes before Apply
        await applyImport(id);
        const done = await loadImport(db, id);
        expect({ state: done.state, ...countsOf(done) }).toEqual({ state: "done", ...expected.counts });
        expect(plain(await actual(profile))).toEqual(plain(expected.after));
        await expectCountsOfTables(profile);
        expect(await db.$count(importLines, eq(importLines.importId, id))).toBe(done.rejected + done.duplicate);
        if (!undoing) continue;
        await requestUndo(editor, id);
        await undoImport(id);
        expect(plain(await actual(profile))).toEqual(plain(before));
        await expectCountsOfTables(profile);
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
