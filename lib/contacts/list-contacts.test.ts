import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { editor } from "#lib/imports/import-for-tests.ts";
import { type ContactFilter, type ContactPage, countContacts, listContacts } from "./list-contacts.ts";

await db.execute(sql`
  insert into contacts (key, status)
  select case when n % 4 = 0 then '+5691234' || (1000 + n) else 'p' || (n * 37) % 60 || '_x@example.com' end,
    case when n % 10 = 0 then 1 when n % 15 = 0 then 2 else 0 end
  from generate_series(1, 60) n`);

async function walk(filter: Omit<ContactFilter, "limit">, limit: number): Promise<{ keys: string[]; back: string[] }> {
  const keysOf = ({ items }: ContactPage) => items.map(({ key }) => key);
  let page = await listContacts(editor, { ...filter, limit });
  const keys = keysOf(page);
  while (page.next) {
    page = await listContacts(editor, { ...filter, after: page.next, limit });
    keys.push(...keysOf(page));
  }
  const back = keysOf(page);
  while (page.previous) {
    page = await listContacts(editor, { ...filter, before: page.previous, limit });
    back.unshift(...keysOf(page));
  }
  return { keys, back };
}

test.each([
  { by: "key", direction: "ascending" },
  { by: "key", direction: "descending" },
  { by: "added", direction: "ascending" },
  { by: "added", direction: "descending" },
] as const)("pages hold everybody once, forwards and backwards, by $by $direction", async (sort) => {
  const all = (await listContacts(editor, { sort, limit: 1000 })).items.map(({ key }) => key);
  expect(new Set(all).size).toBe(60);
  for (const limit of [1, 7, 59, 60, 61]) expect(await walk({ sort }, limit)).toEqual({ keys: all, back: all });
});

test("a search and a status pick, and are counted", async () => {
  const { keys, back } = await walk({ search: "912 341 0", status: "active" }, 2);
  expect(keys).toEqual(back);
  expect(keys.every((key) => key.startsWith("+56912341"))).toBe(true);
  expect(await countContacts(editor, { search: "912 341 0", status: "active" })).toBe(keys.length);
  expect(await countContacts(editor, { status: "bounced" })).toBe(2);
  expect(await countContacts(editor, { search: "%" })).toBe(0);
  expect(await countContacts(editor, {})).toBe(60);
});
