import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { contacts, erased, importLines, imports } from "#db/schema.ts";
import { expectCountsToHold } from "#lib/contacts/contacts-for-tests.ts";
import { erasedHash } from "#lib/contacts/erased.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import {
  type Audience,
  FIELDS,
  type Field,
  isBlank,
  isRefused,
  type Keys,
  type Line,
  type Mode,
  type People,
  predict,
  refusalOf,
  type Values,
  type Wish,
} from "./accounting-model-for-tests.ts";
import { applyImport } from "./apply/apply-import.ts";
import { runCheck } from "./check/run-check.ts";
import { checkAgain } from "./correct/check-again.ts";
import { correctRows, type RowEdit } from "./correct/correct-rows.ts";
import { ACTIONS, type ColumnMapping } from "./import.ts";
import { countsOf, editor, importFile, makeProfile, membersOf, upload } from "./import-for-tests.ts";
import { loadImport } from "./queries.ts";
import { requestUndo } from "./undo/request-undo.ts";
import { undoImport } from "./undo/undo-import.ts";

/*
 * Random files, columns, actions and corrections of rejected rows against a model that knows nothing of SQL, in a Regular and in a Mobile Only profile
 * beside another one with the same people; then the undo, which must bring back every row of every table.
 */

const LETTERS = ["a", "b", "c", "d", "e", "f", "g"];
type Kind = { type: "regular" | "mobile_only"; header: string; keyOf(letter: string): string; written: string[] } & {
  keys: Keys;
};

const mobile = (letter: string) => `+5691234560${LETTERS.indexOf(letter)}`;
const KINDS: Record<"regular" | "mobile_only", Kind> = {
  regular: {
    type: "regular",
    header: "E-mail",
    keyOf: (letter) => `${letter}@x.com`,
    written: LETTERS.flatMap((letter) => [`${letter}@x.com`, `${letter.toUpperCase()}@X.com`]),
    keys: {
      keyOf: (text) => (/^[a-g]@x\.com$/i.test(text) ? text.toLowerCase() : null),
      reasonOf: (text) => (text === "" ? "required" : "email"),
    },
  },
  mobile_only: {
    type: "mobile_only",
    header: "Mobile",
    keyOf: mobile,
    written: LETTERS.flatMap((letter) => [mobile(letter), mobile(letter).replace("+569", "+56 9 ")]),
    keys: {
      keyOf: (text) => (/^\+56 ?9 ?1234560\d$/.test(text) ? text.replaceAll(" ", "") : null),
      reasonOf: (text) => (text === "" ? "required" : "phone_none"),
    },
  },
};

const lineOf = ({ written }: Kind): fc.Arbitrary<Line> =>
  fc.record({
    key: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...written) },
      { weight: 1, arbitrary: fc.constantFrom("", "nobody") },
    ),
    cells: fc.record({
      City: fc.constantFrom("", "Lima", "LIMA", "Líma", "Quito"),
      Spent: fc.constantFrom("", "1", "1.0", "2.5", "oops"),
      Phone: fc.constantFrom("", "", "+56987654321", "+56987654322", "912345678"),
    }),
  });

const mode = fc.constantFrom<Mode>("always", "always", "empty", "out");
/** `fixes`: what a person writes in the place of the first rejected rows. */
const wishOf = (kind: Kind): fc.Arbitrary<Wish & { fixes: Line[] }> =>
  fc.record({
    action: fc.constantFrom(...ACTIONS),
    blankErases: fc.boolean(),
    modes: fc.record({ City: mode, Spent: mode, Phone: mode }),
    lines: fc.array(lineOf(kind), { maxLength: 14 }),
    fixes: fc.array(lineOf(kind), { maxLength: 2 }),
  });

/** c and y are unsubscribed, d bounced, g erased; e is in the other profile. */
async function begin(kind: Kind, required: Field[]): Promise<{ profile: Profile; other: Profile; gone: Set<string> }> {
  await db.execute(sql`delete from contacts; delete from profiles; delete from erased`); // members of an earlier run would keep people in
  await db.execute(sql`update repository_counts set active = 0, unsubscribed = 1, bounced = 1`);
  await db.insert(contacts).values([
    { key: kind.keyOf("c"), status: 1 },
    { key: kind.keyOf("d"), status: 2 },
  ]);
  await db.insert(erased).values({ hash: await erasedHash(kind.keyOf("g")) });
  const fields = [
    { name: "City" },
    { name: "Spent", type: "number" as const },
    { name: "Phone", type: "phone" as const },
  ];
  const other = await makeProfile(fields, kind.type);
  await importFile(
    other,
    `${kind.header},City\n${["a", "d", "e"].map((letter) => `${kind.keyOf(letter)},Ica\n`).join("")}`,
  );
  const own = fields.map((field) => ({ ...field, required: required.some((name) => name === field.name) }));
  return { profile: await makeProfile(own, kind.type), other, gone: new Set([kind.keyOf("g")]) };
}

async function peopleNow(): Promise<People> {
  const rows = await db.select({ key: contacts.key, status: contacts.status }).from(contacts);
  return new Map(rows.map(({ key, status }) => [key, status]));
}

async function membersNow(profile: Profile): Promise<Map<string, Values>> {
  const entries = Object.entries(await membersOf(profile));
  return new Map(
    entries.map(([key, row]) => [key, Object.fromEntries(FIELDS.map((name) => [name, row[name] ?? null])) as Values]),
  );
}

/** Every row of every table that an import may change, with its times. */
async function tables(...all: Profile[]) {
  const rows = async (table: ReturnType<typeof sql>, order = sql`key`) =>
    (await db.execute(sql`select * from ${table} order by ${order}`)).rows;
  return {
    contacts: await rows(sql`contacts`),
    counts: await rows(sql`repository_counts`, sql`1`),
    members: await Promise.all(all.map(({ id }) => rows(memberTableName(id)))),
    profiles: await Promise.all(all.map(async ({ id }) => (await loadProfile(db, id)).counts)),
  };
}

async function uploadWith(profile: Profile, kind: Kind, { action, blankErases, modes, lines }: Wish): Promise<number> {
  const text = lines.map(({ key, cells }) => `${cells.Spent},${key},${cells.City},${cells.Phone}\n`).join("");
  const file = `Spent,${kind.header},city,PHONE\n${text}`;
  const { id, mapping } = await upload(profile, file, { action, options: { blankErases } });
  // As a person chooses on the page, where a column may also go only to what is empty, or nowhere. Of an Unsubscribe's only the key is.
  const chosen = (mapping ?? []).map(({ column, target }): ColumnMapping => {
    const field = profile.fields.find((each) => target?.kind === "field" && each.id === target.fieldId);
    const how = field && modes[field.name as Field];
    if (!field || !how) return { column, target };
    return { column, target: how === "out" ? null : { kind: "field", fieldId: field.id, mode: how } };
  });
  await db.update(imports).set({ mapping: chosen }).where(eq(imports.id, id));
  return id;
}

const byReason = (list: { reason: string; count: number }[]) =>
  Object.fromEntries(list.map(({ reason, count }) => [reason, count]));

/** The file as it is after a person corrected the first of its rejected rows, and what was typed where. */
function withFixes(wish: Wish & { fixes: Line[] }, { keys }: Kind, audience: Audience) {
  const { lines, fixes } = wish;
  const edits: RowEdit[] = [];
  const fixed = lines.map((line, at): Line => {
    const refusal = isBlank(line) ? null : refusalOf(line, wish, keys, audience);
    const fix = refusal === null || refusal === "erased" ? undefined : fixes[edits.length];
    if (!fix) return line;
    const cells = [fix.cells.Spent, fix.key, fix.cells.City, fix.cells.Phone];
    edits.push({ line: at + 2, cells: new Map(cells.entries()), take: false });
    return { ...fix, corrected: true };
  });
  const joined = fixed.filter((line) => line.corrected && refusalOf(line, wish, keys, audience) === null).length;
  return { fixed, edits, joined };
}

async function correct(id: number, edits: RowEdit[]): Promise<void> {
  if (edits.length === 0) return;
  await correctRows(editor, id, edits);
  await checkAgain(editor, id);
  await runCheck(id, () => {});
}

async function runAndCompare(
  kind: Kind,
  required: Field[],
  wishes: (Wish & { fixes: Line[] })[],
  undoing: boolean,
): Promise<void> {
  const { profile, other, gone } = await begin(kind, required);
  for (const wish of wishes) {
    const before = await tables(profile, other);
    const audience = { members: await membersNow(profile), required, erased: gone };
    const { fixed, edits, joined } = withFixes(wish, kind, audience);
    const predicted = async (lines: Line[]) => predict(await peopleNow(), audience, { ...wish, lines }, kind.keys);
    const expected = await predicted(fixed);
    const id = await uploadWith(profile, kind, wish);
    if (isRefused(wish, required)) {
      await expect(runCheck(id, () => {})).rejects.toMatchObject({ code: "required_field_missing" });
      continue;
    }
    await runCheck(id, () => {});
    expect(countsOf(await loadImport(db, id))).toEqual((await predicted(wish.lines)).counts);
    await correct(id, edits);
    expect(await tables(profile, other)).toEqual(before); // nothing changes before Apply
    await applyImport(id);
    const done = await loadImport(db, id);
    expect({ state: done.state, ...countsOf(done) }).toEqual({ state: "done", ...expected.counts });
    const {
      rejected = [],
      warnings = [],
      changes = [],
      members: _members,
      virtual: _virtual,
      ...rest
    } = done.review ?? {};
    const changed = changes.filter(({ count }) => count > 0);
    const nameOf = (fieldId: number) => profile.fields.find((field) => field.id === fieldId)?.name;
    expect({
      ...rest,
      rejected: byReason(rejected),
      warnings: byReason(warnings),
      changes: Object.fromEntries(changed.map(({ fieldId, count }) => [nameOf(fieldId), count])),
    }).toEqual(expected.review);
    expect(await peopleNow()).toEqual(expected.people);
    expect(await membersNow(profile)).toEqual(expected.members);
    await expectCountsToHold();
    const lines = done.rejected + done.duplicate + done.warnings + joined;
    expect(await db.$count(importLines, eq(importLines.importId, id))).toBe(lines);
    if (!undoing) continue;
    await requestUndo(editor, id);
    await undoImport(id);
    expect(await tables(profile, other)).toEqual(before);
  }
}

test.each(Object.values(KINDS))(
  "every import into a $type profile does what a model says, its counts add up, and its undo brings back every row",
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray<Field>(["City", "Phone"]),
        fc.array(wishOf(kind), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (required, wishes, undoing) => runAndCompare(kind, required, wishes, undoing),
      ),
      { numRuns: 25 },
    );
  },
  180_000,
);
