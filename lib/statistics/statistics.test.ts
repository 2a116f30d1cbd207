import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { fieldName, memberTableName } from "#db/member-table.ts";
import { contacts, profiles } from "#db/schema.ts";
import { importFile } from "#lib/imports/import-for-tests.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { editor, makeProfile } from "#lib/profiles/profiles-for-tests.ts";
import { loadProfile, repositoryTotals } from "#lib/profiles/queries.ts";
import { inEnglish } from "#lib/text/in-english.ts";
import type { Words } from "#lib/text/words.ts";
import { arrivals, countsIn } from "./arrivals.ts";
import { builtOn } from "./built-on.ts";
import { countFields } from "./counted-fields.ts";
import { domains } from "./domains.ts";
import { fieldStatistics } from "./field-statistics.ts";
import { numbersCsv } from "./numbers-csv.ts";
import { plannedFields } from "./planned-fields.ts";
import { populationOf } from "./population.ts";
import { readOnly } from "./read-only.ts";
import { byImport, byOrigin } from "./sources.ts";

/* Each number against a recount by hand, over people who came with two imports and left in all ways. */

const PEOPLE = 3000;
const ZONE = "America/Santiago"; // the tests' TZ
let profile: Profile;
let virtual: Profile;
let first: number;
let second: number;
/** `f_<id>` of a field by its name. */
const column = (name: string) => fieldName(profile.fields.find((field) => field.name === name)?.id ?? 0);

beforeAll(async () => {
  profile = await makeProfile([
    { name: "City" },
    { name: "Points", type: "number" },
    { name: "Born", type: "date" },
    { name: "Seen", type: "datetime" },
    { name: "Consent", type: "yesno" },
    { name: "=Empty" },
  ]);
  first = (await importFile(profile, fileOf(0, 2000))).id;
  second = (await importFile(profile, fileOf(2000, PEOPLE), { fileName: "later.csv" })).id;
  await spreadOverTime();
  profile = await loadProfile(db, profile.id);
  const rules = { all: [{ field: "City", op: "is", value: "LIMA" }] };
  const [row] = await db
    .insert(profiles)
    .values({ key: "v", name: "In Lima", type: "virtual", sourceId: profile.id, rules })
    .returning();
  virtual = await loadProfile(db, row?.id ?? 0);
  await db.insert(profiles).values({
    key: "w",
    name: "Broken",
    type: "virtual",
    sourceId: profile.id,
    rules: { all: [{ field: "Gone", op: "is", value: "x" }] },
  });
}, 60_000);

function fileOf(from: number, to: number): string {
  const lines = Array.from({ length: to - from }, (_, at) => {
    const n = from + at;
    const city = ["Lima", "lima", "Quito", "Bogotá", ""][n % 5];
    const born = `19${50 + (n % 50)}-0${1 + (n % 9)}-1${n % 10}`;
    const seen = `2026-03-${String(1 + (n % 28)).padStart(2, "0")}T0${n % 10}:30:00Z`;
    return `p${n}@d${n % 7}.example,${city},${n === 0 ? 1_000_000 : n % 97},${born},${seen},${n % 3 ? "yes" : "no"}`;
  });
  return `Email,City,Points,Born,Seen,Consent\n${lines.join("\n")}\n`;
}

/** The tenth who has an even place becomes unsubscribed or bounced; all come in over two years, also around midnight. */
async function spreadOverTime(): Promise<void> {
  const table = memberTableName(profile.id);
  await db.execute(sql`
    update contacts set created_at = timestamptz '2026-04-05 02:50Z' - id * interval '5 hours 10 minutes',
      status = case when id % 20 = 0 then 1 when id % 30 = 1 then 2 else 0 end,
      status_changed_at = case when id % 20 = 0 then timestamptz '2026-04-05 03:10Z' - id * interval '1 hour' end`);
  await db.execute(sql`
    update ${table} m set created_at = c.created_at, status = c.status from contacts c where c.key = m.key`);
  await db.execute(sql`update ${table} set import_id = null where key like 'p1_@%'`);
  await db.execute(sql`
    update profiles p set active = n.active, unsubscribed = n.unsubscribed, bounced = n.bounced from (
      select count(*) filter (where status = 0) as active, count(*) filter (where status = 1) as unsubscribed,
        count(*) filter (where status = 2) as bounced from ${table}) n where p.id = ${profile.id}`);
  await db.execute(sql`
    update repository_counts r set active = n.active, unsubscribed = n.unsubscribed, bounced = n.bounced from (
      select count(*) filter (where status = 0) as active, count(*) filter (where status = 1) as unsubscribed,
        count(*) filter (where status = 2) as bounced from contacts) n`);
}

async function recount<Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) {
  return (await db.execute<Row>(query)).rows;
}

/** The three subjects, and who they are in words of SQL. */
const subjects = () => [
  { subject: profile, table: memberTableName(profile.id), where: sql`true` },
  { subject: virtual, table: memberTableName(profile.id), where: sql`${column("City")} in ('Lima', 'lima')` },
  { subject: null, table: sql`${contacts}`, where: sql`true` },
];

describe("growth", () => {
  it("has those who are here by the day they came, and those who left by the day they did", async () => {
    for (const { subject, table, where } of subjects()) {
      const found = await arrivals(editor, subject);
      const byDay = new Map<string, number>();
      for (const { day, count } of found.added) byDay.set(day, (byDay.get(day) ?? 0) + count);
      const added = await recount<{ day: string; count: number }>(sql`
        select (created_at at time zone ${ZONE})::date::text as day, count(*)::int as count
        from ${table} where ${where} group by 1 order by 1`);
      expect([...byDay].sort().map(([day, count]) => ({ day, count }))).toEqual(added);
      const left = await recount(sql`
        select (c.status_changed_at at time zone ${ZONE})::date::text as day,
          case c.status when 1 then 'unsubscribed' else 'bounced' end as status, count(*)::int as count
        from contacts c where c.status > 0 and c.key in (select key from ${table} where ${where})
        group by 1, 2, c.status order by 1, c.status`);
      expect(found.left).toEqual(left);
    }
  });

  it("adds up to the counts that are kept", async () => {
    expect(countsIn(await arrivals(editor, profile))).toEqual(profile.counts);
    expect(countsIn(await arrivals(editor, null))).toEqual(await repositoryTotals(editor));
  });
});

it("has the origins and the imports that those who are here came by", async () => {
  const found = await arrivals(editor, profile);
  const [alone] = await recount<{ count: number }>(sql`
    select count(*)::int as count from ${memberTableName(profile.id)} where import_id is null`);
  expect(byOrigin(found)).toEqual([
    { origin: "api", count: PEOPLE - (alone?.count ?? 0) },
    { origin: null, count: 10 },
  ]);
  expect(byImport(found).map((each) => [each.import?.id, each.count])).toEqual([
    [first, 1990],
    [second, 1000],
  ]);
});

it("has the domains of the addresses", async () => {
  for (const { subject, table, where } of subjects()) {
    const found = await domains(editor, subject);
    const again = await recount(sql`
      select substring(key from '@(.*)$') as domain, count(*)::int as count from ${table} where ${where}
      group by 1 order by 2 desc, 1`);
    expect(found.top).toEqual(again);
    expect(found.sample).toBeNull();
    expect(found.emails).toBe(found.top.reduce((sum, { count }) => sum + count, 0));
  }
});

describe("a field", () => {
  it("has its filled values, its different ones and the most frequent", async () => {
    for (const { subject, table, where } of subjects().slice(0, 2)) {
      const { basis, contacts: all, fields } = await fieldStatistics(editor, subject);
      expect(basis).toEqual({ kind: "exact" });
      for (const figures of fields) {
        const value = column(figures.field.name);
        const [again] = await recount(sql`
          select count(*)::int as all, count(${value})::int as filled, count(distinct ${value})::int as distinct
          from ${table} where ${where}`);
        expect({ all, filled: figures.filled, distinct: figures.distinct }).toEqual(again);
        const [most] = await recount<{ count: number }>(sql`
          select count(*)::int as count from ${table} where ${where} and ${value} is not null group by ${value}
          order by 1 desc limit 1`);
        expect(figures.top[0]?.count).toEqual(most?.count);
      }
    }
  });

  it("has the ends, the middle and the bars of its numbers and dates", async () => {
    const { fields } = await fieldStatistics(editor, profile);
    const table = memberTableName(profile.id);
    for (const name of ["Points", "Born", "Seen"]) {
      const value = column(name);
      const spread = fields.find(({ field }) => field.name === name)?.spread;
      const [ends] = await recount(sql`
        select min(${value})::text as least, max(${value})::text as greatest,
          percentile_disc(0.5) within group (order by ${value})::text as median from ${table}`);
      expect(spread).toMatchObject(ends ?? {});
      const place =
        name === "Points"
          ? value
          : name === "Born"
            ? sql`${value} - date '1970-01-01'`
            : sql`(${value} at time zone ${ZONE})::date - date '1970-01-01'`;
      for (const { from, to, count } of spread?.bins ?? []) {
        const [again] = await recount(sql`
          select count(*)::int as count from ${table}
          where ${place} >= ${from ?? -1e9}::float8 and ${place} < ${to ?? 1e9}::float8`);
        expect({ name, from, to, count }).toEqual({ name, from, to, ...again });
      }
    }
    // One far value does not press all others into one bar.
    expect(fields.find(({ field }) => field.name === "Points")?.spread?.bins.length).toBeGreaterThan(10);
  });

  it("is told about from what the planner knows, once it has looked", async () => {
    const planned = () => readOnly((tx) => plannedFields(tx, profile.id, profile.fields, PEOPLE));
    await db.execute(sql`analyze ${memberTableName(profile.id)}`);
    const exact = await fieldStatistics(editor, profile);
    const about = await planned();
    expect(about?.basis).toEqual({ kind: "planner", at: expect.any(Date) });
    // The table is smaller than the planner's sample, so that it has read every row.
    for (const [at, figures] of (about?.fields ?? []).entries()) {
      const told = exact.fields[at];
      expect(figures).toMatchObject({ filled: told?.filled, distinct: told?.distinct });
      const bars = (bins: { count: number }[] = []) => bins.reduce((sum, { count }) => sum + count, 0);
      if (figures.spread) expect(Math.abs(bars(figures.spread.bins) - PEOPLE)).toBeLessThan(20);
      expect(figures.spread?.least).toBe(told?.spread?.least);
    }
    const city = about?.fields[0]?.top;
    expect(city?.[0]).toMatchObject({ count: exact.fields[0]?.top[0]?.count });
    const never = await makeProfile([{ name: "City" }]);
    expect(await readOnly((tx) => plannedFields(tx, never.id, never.fields, 0))).toBeNull();
  });

  it("is told about from a sample of a Virtual profile over many", async () => {
    const population = await populationOf(editor, virtual);
    const tenth = { from: sql`${population.table} tablesample bernoulli (50) repeatable (1)`, share: 0.5 };
    const about = await readOnly((tx) => countFields(tx, population, virtual.fields, tenth));
    expect(about.basis).toEqual({ kind: "sample", read: expect.any(Number) });
    expect(Math.abs(about.contacts - 1200)).toBeLessThan(150);
    expect(about.fields[0]).toMatchObject({ distinct: 1, filled: about.contacts });
  });
});

it("has the Virtual profiles over it with their sizes, and says which cannot be counted", async () => {
  expect((await builtOn(editor, profile)).map(({ name, count }) => [name, count])).toEqual([
    ["In Lima", 1200],
    ["Broken", null],
  ]);
});

it("changes nothing, whatever is asked of it", async () => {
  await expect(readOnly((tx) => tx.execute(sql`delete from contacts`))).rejects.toThrow();
  await expect(
    readOnly((tx) => tx.execute(sql`set local statement_timeout = 10; select pg_sleep(1)`)),
  ).rejects.toThrow();
});

it("gives all of its numbers as CSV that no spreadsheet takes for a formula", async () => {
  let text = "";
  for await (const piece of numbersCsv(editor, profile)) text += piece;
  const lines: string[][] = parse(text, { bom: true });
  expect(lines[0]).toEqual(["Part", "Name", "Counted", "Number", "Exactness"]);
  expect(lines).toContainEqual(["contacts", "", "contacts", String(PEOPLE), "exact"]);
  expect(lines).toContainEqual(["virtual profiles", "In Lima", "contacts", "1200", "exact"]);
  expect(lines).toContainEqual(["field City", "Lima", "contacts", "1200", "exact"]);
  expect(lines).toContainEqual(["field =Empty", "", "filled", "0", "exact"]);
  expect(lines.flat().some((cell) => /^[=+@-]/.test(cell))).toBe(false);

  const inWords = (said: Words) => `(${inEnglish(said)})`;
  let translated = "";
  for await (const piece of numbersCsv(editor, profile, inWords)) translated += piece;
  const said: string[][] = parse(translated, { bom: true });
  expect(said[0]).toEqual(["(Part)", "(Name)", "(Counted)", "(Number)", "(Exactness)"]);
  expect(said).toContainEqual(["(field City)", "Lima", "(contacts)", "1200", "(exact)"]);
});
