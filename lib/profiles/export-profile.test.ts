import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { FIELD_TYPES, type FieldType } from "#lib/fields/field.ts";
import { isRefusal, parserFor } from "#lib/fields/parse-value.ts";
import { DEFAULT_READING } from "#lib/fields/reading.ts";
import { countsOf, importFile } from "#lib/imports/import-for-tests.ts";
import { type ExportFilter, exportProfile } from "./export-profile.ts";
import type { Profile } from "./profile.ts";
import { addMembers, editor, type MemberWish, makeProfile, makeVirtual } from "./profiles-for-tests.ts";

async function exported(profile: Profile, filter: ExportFilter = {}): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of exportProfile(editor, profile, filter)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const rowsOf = (text: string): string[][] => parse(text, { bom: true });

describe("an export", () => {
  test("has the key, the fields in their order, and the status, as text that a spreadsheet does not run", async () => {
    const profile = await addMembers(
      await makeProfile([
        { name: "Name" },
        { name: "=Sum", type: "number" },
        { name: "Day", type: "date" },
        { name: "At", type: "datetime" },
        { name: "Yes", type: "yesno" },
        { name: "Phone", type: "phone" },
      ]),
      [
        {
          key: "ana@example.com",
          values: {
            Name: '=cmd|"/C calc"!A0',
            "=Sum": "-1.50",
            Day: "2024-02-29",
            At: "2024-02-29T10:00:00.25Z",
            Yes: "t",
            Phone: "+56912345678",
          },
        },
        { key: "-bea@example.com", status: 1, values: { Yes: "f" } },
      ],
    );
    const text = await exported(profile);
    expect(text.startsWith("\uFEFFEmail,Name,'=Sum,")).toBe(true);
    expect(text).not.toContain("\r");
    expect(rowsOf(text).slice(1)).toEqual([
      ["'-bea@example.com", "", "", "", "", "no", "", "unsubscribed"],
      [
        "ana@example.com",
        `'=cmd|"/C calc"!A0`,
        "'-1.50",
        "2024-02-29",
        "2024-02-29T10:00:00.25Z",
        "yes",
        "'+56912345678",
        "active",
      ],
    ]);
  });

  test("holds those asked for, by status and by part of the key, whatever signs it has", async () => {
    const profile = await addMembers(await makeProfile(), [
      { key: "a_b@example.com" },
      { key: "axb@example.com", status: 1 },
      { key: "o'brien@example.com", status: 1 },
    ]);
    const keys = async (filter: ExportFilter) =>
      rowsOf(await exported(profile, filter))
        .slice(1)
        .map(([key]) => key);
    expect(await keys({ status: "unsubscribed" })).toEqual(["axb@example.com", "o'brien@example.com"]);
    expect(await keys({ search: "A_B" })).toEqual(["a_b@example.com"]);
    expect(await keys({ search: "o'b", status: "unsubscribed" })).toEqual(["o'brien@example.com"]);
    expect(await keys({ search: "\\'; drop table contacts; --$1" })).toEqual([]);
    expect(await keys({ chosen: sql`key = any(${sql.param(["a_b@example.com", "it's"])}::text[])` })).toEqual([
      "a_b@example.com",
    ]);
    expect(await keys({ chosen: sql`key = any(${sql.param([])}::text[])` })).toEqual([]);
  });

  test("of a virtual profile holds those whom its rules mean, and nobody while they are broken", async () => {
    const source = await addMembers(await makeProfile([{ name: "City" }]), [
      { key: "ana@example.com", values: { City: "Lima" } },
      { key: "bea@example.com", status: 1, values: { City: "lima" } },
      { key: "cleo@example.com", values: { City: "Quito" } },
    ]);
    const keys = async (rules: object, filter?: ExportFilter) =>
      rowsOf(await exported(await makeVirtual(source, rules), filter)).map(([key]) => key);
    const lima = { all: [{ field: "City", op: "is", value: "Lima" }] };
    expect(await keys(lima)).toEqual(["Email", "ana@example.com", "bea@example.com"]);
    expect(await keys(lima, { status: "unsubscribed" })).toEqual(["Email", "bea@example.com"]);
    expect(await keys(lima, { search: "ANA" })).toEqual(["Email", "ana@example.com"]);
    expect(await keys({ none: [{ field: "Town", op: "is", value: "Lima" }] })).toEqual(["Email"]);
  });

  test("of nobody is its header", async () => {
    expect(await exported(await makeProfile([{ name: "A" }], { type: "mobile_only" }))).toBe("\uFEFFMobile,A,Status\n");
  });

  test("needs the permission to export", async () => {
    const profile = await makeProfile();
    const person = { ...editor, mayExport: false };
    await expect(exportProfile(person, profile).next()).rejects.toMatchObject({ code: "not_allowed" });
  });

  test("that nobody reads to its end leaves no connection behind", async () => {
    const profile = await makeProfile([{ name: "A" }]);
    await db.execute(sql`
      insert into ${memberTableName(profile.id)} (key, status, created_at, updated_at)
      select i || '@example.com', 0, now(), now() from generate_series(1, 200000) i`);
    const pieces = exportProfile(editor, profile);
    await pieces.next();
    await pieces.next();
    await pieces.return(undefined);
    const copying = async () => {
      const { rows } = await db.execute<{ n: number }>(
        sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and query like 'copy (%'`,
      );
      return rows[0]?.n;
    };
    await expect.poll(copying, { timeout: 10_000 }).toBe(0);
  });
});

const OPTIONS = ["Oro", "=Plata", "'Cobre", "+56"];
const tricky = fc.constantFrom(
  "=",
  "+",
  "-",
  "@",
  "＝",
  "'",
  '"',
  ",",
  ";",
  "\t",
  "\n",
  "\r",
  " ",
  "a",
  "é",
  "\\.",
  "0",
);
const WRITTEN: Record<FieldType, fc.Arbitrary<string>> = {
  text: fc.array(tricky, { minLength: 1, maxLength: 8 }).map((all) => all.join("")),
  number: fc.tuple(fc.bigInt(), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`),
  date: fc.constantFrom("0001-01-01", "2024-02-29", "9999-12-31"),
  datetime: fc.constantFrom("2024-02-29T10:00:00Z", "1999-12-31T23:59:59.999999Z", "0099-01-01T00:00:00Z"),
  yesno: fc.constantFrom("t", "f"),
  choice: fc.constantFrom(...OPTIONS),
  phone: fc.constantFrom("+56912345678", "+5491123456789", "+12025550123"),
  url: fc.constantFrom("https://a.example/?=1", 'http://x.example/a,b"c', "https://ñ.example/'"),
};

/** As it is kept: what the field's own parser makes of it. */
function kept(type: FieldType, raw: string): string | null {
  const value = parserFor({ type, options: OPTIONS, required: false }, DEFAULT_READING)(raw);
  return isRefusal(value) ? null : value;
}

const local = fc.array(fc.constantFrom("a", "b", "+", "-", "_", "'", "1"), { minLength: 1, maxLength: 4 });
const key = local.map((signs) => `${signs.join("")}a@example.com`);
const name = fc.constantFrom(
  "=A",
  "'B",
  "+C",
  "Name",
  "name ",
  "E-mail 2",
  "Status code",
  "@D",
  "A,B",
  '"Q"',
  "line",
  "Correo",
);
const member = fc.record({
  key,
  values: fc.record(Object.fromEntries(FIELD_TYPES.map((type) => [type, fc.option(WRITTEN[type])]))),
});

test("an export that is imported again changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(name, { minLength: 8, maxLength: 8, selector: (each) => each.trim().toLowerCase() }),
      fc.uniqueArray(member, { minLength: 1, maxLength: 25, selector: (each) => each.key }),
      async (names, members) => {
        const wishes = FIELD_TYPES.map((type, at) => ({
          name: (names[at] ?? type).trim(),
          type,
          options: type === "choice" ? OPTIONS : [],
        }));
        const rows = members.map(
          ({ key: own, values }): MemberWish => ({
            key: own,
            values: Object.fromEntries(
              wishes.map(({ name: of, type }) => [of, values[type] == null ? null : kept(type, values[type])]),
            ),
          }),
        );
        const profile = await addMembers(await makeProfile(wishes), rows);
        const file = await exported(profile);
        const done = await importFile(profile, file, { action: "overwrite" });
        expect({ file, ...countsOf(done) }).toMatchObject({
          file,
          new: 0,
          updated: 0,
          unchanged: rows.length,
          rejected: 0,
        });
        expect(await exported(profile)).toBe(file);
      },
    ),
    { numRuns: 10 },
  );
}, 60_000);

test("an export of mobiles that is imported again changes nothing", async () => {
  const profile = await addMembers(await makeProfile([{ name: "Email" + " 2" }], { type: "mobile_only" }), [
    { key: "+56912345678" },
    { key: "+12025550123", values: { "Email 2": "a@b.example" } },
  ]);
  const done = await importFile(profile, await exported(profile), { action: "append-or-update" });
  expect(countsOf(done)).toMatchObject({ new: 0, updated: 0, unchanged: 2, rejected: 0 });
});
