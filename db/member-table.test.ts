import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "./client.ts";
import {
  addFieldColumn,
  createMemberTable,
  createNextMemberTable,
  dropFieldColumn,
  dropMemberTable,
  type FieldColumn,
  fieldColumn,
  fieldName,
  memberTable,
  memberTableName,
  swapBackMemberTable,
  swapInNextMemberTable,
} from "./member-table.ts";

const fields: FieldColumn[] = [
  { id: 1, type: "text" },
  { id: 2, type: "number" },
  { id: 3, type: "date" },
  { id: 4, type: "datetime" },
  { id: 5, type: "yesno" },
  { id: 6, type: "choice" },
  { id: 7, type: "phone" },
  { id: 8, type: "url" },
];
const written = [
  "Pérez",
  "12345678901234567890.5",
  "2024-02-29",
  "2024-02-29T10:00:00Z",
  "t",
  "Oro",
  "+56912345678",
  "https://a.example",
];

async function makeWithOne(profileId: number) {
  await db.transaction(async (tx) => {
    await createMemberTable(tx, profileId, fields);
    const now = new Date();
    const values = Object.fromEntries(fields.map((field, at) => [`f_${field.id}`, written[at]]));
    await tx
      .insert(memberTable(profileId, fields))
      .values({ key: "a@example.com", status: 0, createdAt: now, updatedAt: now, ...values });
  });
}

test("a profile's table keeps a value of every type, and gives each back as Postgres writes it", async () => {
  await makeWithOne(1);
  const table = memberTable(1, fields);
  const picked = Object.fromEntries(fields.map((field) => [field.id, fieldColumn(table, field.id)]));
  const [row] = await db.select(picked).from(table);
  expect(Object.values(row ?? {})).toEqual([
    "Pérez",
    "12345678901234567890.5",
    "2024-02-29",
    "2024-02-29 10:00:00+00",
    "t",
    "Oro",
    "+56912345678",
    "https://a.example",
  ]);
});

test("text is compared without case and accents, also in part of it", async () => {
  await makeWithOne(2);
  const table = memberTable(2, fields);
  expect(await db.$count(table, eq(fieldColumn(table, 1), "PEREZ"))).toBe(1);
  expect(await db.$count(table, sql`${fieldColumn(table, 1)} like '%ERE%'`)).toBe(1);
  expect(await db.$count(table, eq(fieldColumn(table, 1), "Peres"))).toBe(0);
});

test("columns come and go, and a dropped table is gone", async () => {
  await makeWithOne(3);
  await db.transaction(async (tx) => {
    await addFieldColumn(tx, 3, { id: 9, type: "text" });
    await dropFieldColumn(tx, 3, 1);
  });
  const { rows } = await db.execute(sql`select ${fieldName(9)} from ${memberTableName(3)}`);
  expect(rows).toEqual([{ f_9: null }]);
  await expect(db.execute(sql`select ${fieldName(1)} from ${memberTableName(3)}`)).rejects.toThrow();
  await db.transaction((tx) => dropMemberTable(tx, 3));
  await expect(db.execute(sql`select from ${memberTableName(3)}`)).rejects.toThrow();
});

test("a filled table takes the place of the profile's, and the old one comes back", async () => {
  await makeWithOne(4);
  for (const round of [1, 2, 3, 4, 5, 6]) {
    await db.transaction(async (tx) => {
      const next = await createNextMemberTable(tx, 4, fields);
      await tx.execute(
        sql`insert into ${next} (key, status, created_at, updated_at) values (${`b${round}@example.com`}, 0, now(), now())`,
      );
      await swapInNextMemberTable(tx, 4, `import_${round}_replaced`);
    });
  }
  const keys = async () => (await db.select({ key: memberTable(4).key }).from(memberTable(4))).map((row) => row.key);
  for (const round of [6, 5, 4, 3, 2, 1]) {
    expect(await keys()).toEqual([`b${round}@example.com`]);
    await db.transaction((tx) => swapBackMemberTable(tx, 4, `import_${round}_replaced`));
  }
  expect(await keys()).toEqual(["a@example.com"]);
});

test("nothing but a whole number becomes part of a name", async () => {
  expect(() => memberTable(1.5)).toThrow("no id");
  expect(() => memberTableName(Number.NaN)).toThrow("no id");
  expect(() => fieldName(-1)).toThrow("no id");
  await expect(db.transaction((tx) => createMemberTable(tx, "1; drop" as unknown as number, []))).rejects.toThrow(
    "no id",
  );
});
