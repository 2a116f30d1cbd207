import { type SQL, sql } from "drizzle-orm";
import { fieldColumn, type MemberTable } from "#db/member-table.ts";
import type { Field, FieldType } from "#lib/fields/field.ts";
import { valueSql } from "./value-sql.ts";

/** By what members are ordered (a number is a field's id); those without a value come last in both directions. */
export type MemberSort = { by: "key" | "status" | "added" | number; direction: "ascending" | "descending" };

/**
 * Where a page ends: the value that it is sorted by, and the key, which settles ties. By key the value says where a search
 * found the member: the key again, or null for somewhere else.
 */
export type MemberPlace = { value: string | null; key: string };

/** A column to order by, the same so that no index holds it, and how a text becomes a value of its type. */
export type OrderColumn = { column: SQL; unindexed: SQL; parse(text: string): SQL; isKey: boolean };

export function sortColumn(table: MemberTable, fields: readonly Field[], by: MemberSort["by"]): OrderColumn {
  if (by === "added") return { ...typed(sql`${table.createdAt}`, "datetime"), isKey: false };
  if (by === "status") {
    const column = sql`${table.status}`;
    return { column, unindexed: sql`(${column} + 0)`, parse: (text) => sql`${text}::smallint`, isKey: false };
  }
  const field = fields.find((each) => each.id === by);
  if (field) return { ...typed(sql`${fieldColumn(table, field.id)}`, field.type), isKey: false };
  const key = sql`${table.key}`;
  return { column: key, unindexed: withoutIndex(key), parse: (text) => sql`${text}`, isKey: true };
}

const typed = (column: SQL, type: FieldType) => ({
  column,
  unindexed: UNINDEXED[type](column),
  parse: (text: string) => valueSql(type, text),
});

const asText = (column: SQL): SQL => sql`(${column} || '')`;
const UNINDEXED: Record<FieldType, (column: SQL) => SQL> = {
  text: asText,
  choice: asText,
  url: asText,
  phone: asText,
  number: (column) => sql`(${column} + 0)`,
  date: (column) => sql`(${column} + 0)`,
  datetime: (column) => sql`(${column} + interval '0')`,
  yesno: (column) => sql`(${column}::int)`,
};

/** Which way: `direction`, from its end where the page before one is asked for. */
export const ascends = ({ direction }: MemberSort, backwards: boolean): boolean =>
  (direction === "ascending") !== backwards;

/** The order, `backwards` from its end. The key goes the same way as the value, so that one index serves both ways. */
export function orderBy(by: SQL, key: SQL, sort: MemberSort, backwards = false): SQL {
  const way = ascends(sort, backwards) ? sql`asc` : sql`desc`;
  if (sort.by === "key") return sql`${key} ${way}`;
  return sql`${by} ${way} nulls ${backwards ? sql`first` : sql`last`}, ${key} ${way}`;
}

/** The same where all have a value or none has one, as an index has it in either direction. */
export function orderAlongIndex(by: OrderColumn, key: SQL, sort: MemberSort, backwards: boolean): SQL {
  const way = ascends(sort, backwards) ? sql`asc` : sql`desc`;
  return by.isKey ? sql`${key} ${way}` : sql`${by.column} ${way}, ${key} ${way}`;
}

/** The same key to order by, which no index holds: it is never empty. */
export const withoutIndex = (key: SQL): SQL => sql`nullif(${key}, '')`;

/** The members that come after `place` in this order, or before it. */
export function beyond(by: OrderColumn, key: SQL, sort: MemberSort, place: MemberPlace, backwards: boolean): SQL {
  const next = alongIndex(by, key, sort, place, backwards);
  if (by.isKey || (place.value === null) !== backwards) return next;
  return backwards ? sql`(${by.column} is not null or ${next})` : sql`(${next} or ${by.column} is null)`;
}

/** Of those the ones who have a value as `place` has, or none as it has none: they lie side by side in an index. */
export function alongIndex(by: OrderColumn, key: SQL, sort: MemberSort, place: MemberPlace, backwards: boolean): SQL {
  const way = ascends(sort, backwards) ? sql`>` : sql`<`;
  if (by.isKey) return sql`${key} ${way} ${place.key}`;
  if (place.value === null) return sql`(${by.column} is null and ${key} ${way} ${place.key})`;
  return sql`(${by.column}, ${key}) ${way} (${by.parse(place.value)}, ${place.key}::text)`;
}
