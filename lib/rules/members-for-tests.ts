import fc from "fast-check";
import { db } from "#db/client.ts";
import { createMemberTable, type MemberTable, memberTable } from "#db/member-table.ts";
import type { Field, FieldType } from "#lib/fields/field.ts";
import { shift, type TestMember, type TestValue } from "./oracle-for-tests.ts";
import { STATUSES } from "./subject.ts";

const field = (id: number, name: string, type: FieldType, options: string[] = []): Field => ({
  id,
  name,
  type,
  options,
  required: false,
  position: id,
});

/** One of each type; their names are in lower case. */
export const FIELDS: readonly Field[] = [
  field(1, "city", "text"),
  field(2, "points", "number"),
  field(3, "birthday", "date"),
  field(4, "last visit", "datetime"),
  field(5, "vip", "yesno"),
  field(6, "level", "choice", ["Oro", "Plata"]),
  field(7, "phone", "phone"),
  field(8, "web", "url"),
];

export const TODAYS = [
  "2024-02-28",
  "2024-02-29",
  "2026-02-28",
  "2026-03-01",
  "2026-09-06",
  "2026-11-01",
  "2026-12-31",
];
/** With changes of the clock at midnight, half hours, and a day that never was (Apia, 2011-12-30). */
export const ZONES = ["UTC", "America/Santiago", "America/New_York", "America/Havana", "Asia/Kolkata", "Pacific/Apia"];

/** A few letters, so that they often meet, and all that means something to LIKE. */
const letter = fc.constantFrom(..."aAáÁbnNñÑeéEÉ %_\\'".split(""));
export const someText = fc.string({ unit: letter, maxLength: 4 });
const keptText = fc.oneof(
  someText.filter((text) => text !== ""),
  fc.constantFrom("Pérez", "perez", "PEREZ", "São Paulo", "100%", "a_b", "a\\b"),
);

export const someDay = fc.oneof(
  fc.tuple(fc.constantFrom(...TODAYS), fc.integer({ min: -35, max: 35 })).map(([day, days]) => shift(day, days)),
  fc.constantFrom("1980-02-29", "2000-02-29", "1999-02-28", "1985-03-01", "2011-12-29", "2011-12-30", "2011-12-31"),
  fc.constantFrom("0001-01-01", "1900-02-28", "9999-12-31"),
);
/** On the hours at which some zone has midnight, and a second beside it. */
const instant = fc
  .tuple(
    someDay.filter((day) => day > "1970" && day < "2100"),
    fc.integer({ min: -28, max: 28 }),
    fc.constantFrom(-1, 0, 1),
  )
  .map(([day, halfHours, second]) => new Date(Date.parse(`${day}T00:00:00Z`) + (halfHours * 1800 + second) * 1000));

export const somePoints = fc.constantFrom(-1, 0, 0.1, 1, 1.5, 2, 1e6);
const orNull = (arbitrary: fc.Arbitrary<TestValue>) => fc.option(arbitrary, { nil: null, freq: 4 });

const member = fc.record({
  status: fc.constantFrom(...STATUSES),
  importId: fc.constantFrom(null, 1, 2),
  added: instant,
  values: fc.record({
    city: orNull(keptText),
    points: orNull(somePoints),
    birthday: orNull(someDay),
    "last visit": orNull(instant),
    vip: orNull(fc.boolean()),
    level: orNull(fc.constantFrom("Oro", "Plata")),
    phone: orNull(fc.constantFrom("+56912345678", "+5491123456789", "+14155550100")),
    web: orNull(fc.constantFrom("https://a.example/Ñ", "https://b.example/100%25", "http://A.example")),
  }),
});

/** The same ones each time. */
export function someMembers(count: number, keyOf = (at: number) => `m${at % 7}a_b${at}@example.com`): TestMember[] {
  return fc.sample(member, { numRuns: count, seed: 20_26 }).map((each, at) => ({ key: keyOf(at), ...each }));
}

/** Makes the profile's table and fills it. */
export async function makeMembers(profileId: number, members: readonly TestMember[]): Promise<MemberTable> {
  const table = memberTable(profileId, FIELDS);
  await db.transaction(async (tx) => {
    await createMemberTable(tx, profileId, FIELDS);
    if (members.length > 0) await tx.insert(table).values(members.map(rowOf));
  });
  return table;
}

function rowOf({ key, status, importId, added, values }: TestMember) {
  const columns = Object.fromEntries(FIELDS.map(({ id, name }) => [`f_${id}`, written(values[name] ?? null)]));
  return { key, status: STATUSES.indexOf(status), importId, createdAt: added, updatedAt: added, ...columns };
}

function written(value: TestValue): string | null {
  if (value === null) return null;
  return value instanceof Date ? value.toISOString() : String(value);
}
