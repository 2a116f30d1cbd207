import { type SQL, sql } from "drizzle-orm";
import { fieldColumn, type MemberTable } from "#db/member-table.ts";
import type { Field } from "#lib/fields/field.ts";
import { valueSql } from "./value-sql.ts";

/** By what members are ordered (a number is a field's id); those without a value come last in both directions. */
export type MemberSort = { by: "key" | "status" | "added" | number; direction: "ascending" | "descending" };

/** Where a page ends: the value that it is sorted by, and the key, which settles ties. */
export type MemberPlace = { value: string | null; key: string };

/** A column to order by, and how a text becomes a value of its type. */
export type OrderColumn = { column: SQL; parse(text: string): SQL; isKey: boolean };

export function sortColumn(table: MemberTable, fields: readonly Field[], by: MemberSort["by"]): OrderColumn {
  if (by === "added")
    return { column: sql`${table.createdAt}`, parse: (text) => sql`${text}::timestamptz`, isKey: false };
  if (by === "status") return { column: sql`${table.status}`, parse: (text) => sql`${text}::smallint`, isKey: false };
  const field = fields.find((each) => each.id === by);
  if (!field) return { column: sql`${table.key}`, parse: (text) => sql`${text}`, isKey: true };
  return { column: sql`${fieldColumn(table, field.id)}`, parse: (text) => valueSql(field.type, text), isKey: false };
}

/** `backwards`: the same order from its end. */
export function orderBy(by: SQL, key: SQL, { by: column, direction }: MemberSort, backwards = false): SQL {
  const ascending = (direction === "ascending") !== backwards;
  const way = ascending ? sql`asc` : sql`desc`;
  if (column === "key") return sql`${key} ${way}`;
  return backwards ? sql`${by} ${way} nulls first, ${key} desc` : sql`${by} ${way} nulls last, ${key} asc`;
}

/** The same key to order by, which no index holds: it is never empty. */
export const withoutIndex = (key: SQL): SQL => sql`nullif(${key}, '')`;

/** The members that come after `place` in this order. */
export function placeAfter(by: OrderColumn, key: unknown, { direction }: MemberSort, place: MemberPlace): SQL {
  const beyond = direction === "ascending" ? sql`>` : sql`<`;
  if (by.isKey) return sql`${key} ${beyond} ${place.key}`;
  if (place.value === null) return sql`(${by.column} is null and ${key} > ${place.key})`;
  const value = by.parse(place.value);
  return sql`(${by.column} ${beyond} ${value} or (${by.column} = ${value} and ${key} > ${place.key}) or ${by.column} is null)`;
}

/** Those that come before it. */
export function placeBefore(by: OrderColumn, key: unknown, { direction }: MemberSort, place: MemberPlace): SQL {
  const before = direction === "ascending" ? sql`<` : sql`>`;
  if (by.isKey) return sql`${key} ${before} ${place.key}`;
  if (place.value === null) return sql`(${by.column} is not null or ${key} < ${place.key})`;
  const value = by.parse(place.value);
  return sql`(${by.column} ${before} ${value} or (${by.column} = ${value} and ${key} < ${place.key}))`;
}
