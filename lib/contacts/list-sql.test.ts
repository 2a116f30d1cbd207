import { PgDialect } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { memberTable } from "#db/member-table.ts";
import { FIELDS } from "#lib/rules/members-for-tests.ts";
import { orderBy, sortColumn } from "./member-order.ts";
import { searchMembers } from "./search.ts";

/* What people type into a list is a parameter; the text of the SQL is one of a few, whatever it is. */

const table = memberTable(1, FIELDS);
const dialect = new PgDialect();

describe("a search", () => {
  const textOf = (search: string) => dialect.sqlToQuery(searchMembers(table, FIELDS, search)).sql;
  const harmless = new Set(["ana", "12 34", "100%", "+1 234", "Ана"].map(textOf));

  it.each([
    "'; drop table contacts;--",
    "' or '1'='1",
    "\\'; select 1 --",
    "%' escape '' --",
    "$1",
    "a\nb",
    '"; drop table x; "',
    "1); delete from staff; --",
    "*/ union select value from secrets /*",
    "\u{2019}; drop",
    "_%_\\",
  ])("for %j", (search) => {
    expect(harmless).toContain(textOf(search));
  });
});

/** A column of the table, a direction, and the key where that settles ties. */
const KNOWN =
  /^"audience"\."profile_1"\."\w+" (?:asc|desc)(?: nulls last, "audience"\."profile_1"\."key" (?:asc|desc))?$/;

describe("an order", () => {
  const textOf = (by: unknown, direction: unknown) => {
    const sort = { by, direction } as Parameters<typeof orderBy>[2];
    const { column } = sortColumn(table, FIELDS, sort.by);
    return dialect.sqlToQuery(orderBy(column, dialectKey(), sort)).sql;
  };
  const dialectKey = () => sortColumn(table, FIELDS, "key").column;

  it.each<[by: unknown, direction: string]>([
    ["key; drop table contacts", "ascending"],
    ["(select value from secrets)", "descending"],
    ["added", "ASC, (select 1)"],
    ["status", "desc; delete from staff"],
    [99_999, "ascending"],
    ["constructor", "__proto__"],
    ...["key", "status", "added", ...FIELDS.map(({ id }) => id)].map((by): [unknown, string] => [by, "descending"]),
  ])("by %j, %j, is one of those that a page offers", (by, direction) => {
    expect(textOf(by, direction)).toMatch(KNOWN);
  });
});
