import { type SQL, sql } from "drizzle-orm";
import { fieldColumn, type MemberTable } from "#db/member-table.ts";
import type { Field } from "#lib/fields/field.ts";
import { fold } from "#lib/fields/fold.ts";
import { hasPart, likePattern } from "#lib/rules/folded-text.ts";

/**
 * Members who have `search` within the email or mobile, or within any text, choice, phone or URL. Case and accents do
 * not count, and % _ \ mean themselves.
 *
 * A search of a million members reads every one of their texts, so each is matched in the cheapest way that is right for
 * it: nearly all are ASCII, and short ones that are not are compared by their column's collation.
 */
export function searchMembers(table: MemberTable, fields: readonly Field[], search: string): SQL {
  const texts = fields.filter(({ type }) => TEXTS.has(type)).map((field) => sql`${fieldColumn(table, field.id)}`);
  const phones = fields.filter(({ type }) => type === "phone").map((field) => sql`${fieldColumn(table, field.id)}`);
  const conditions = [
    ...[sql`${table.key}`, ...phones].map((column) => searchKey(column, search)),
    ...texts.map((column) => withinText(column, search)),
  ];
  return sql`(${sql.join(conditions, sql` or `)})`;
}

const TEXTS: ReadonlySet<Field["type"]> = new Set(["text", "choice", "url"]);

/** Within a key or a phone; a number may be written with spaces, hyphens and brackets. */
export function searchKey(column: SQL, search: string): SQL {
  const digits = /^[+\d\s().-]+$/.test(search) ? search.replace(/[\s().-]/g, "") : "";
  const bare = digits.length >= 3 ? digits : search;
  const plain = sql`${column} like ${likePattern(fold(search), "anywhere")}`;
  return bare === search ? plain : sql`(${plain} or ${column} like ${likePattern(bare, "anywhere")})`;
}

function withinText(column: SQL, search: string): SQL {
  const isAscii = sql`octet_length(${column}) = char_length(${column})`;
  const ascii = sql`lower(${column} collate "C") like ${likePattern(fold(search), "anywhere")}`;
  // Of these PostgreSQL 18.4 forgets the escape under such a collation: see folded-text.ts.
  const short = /[\\%_]/.test(search)
    ? sql``
    : sql`when char_length(${column}) <= ${SHORT}::int then ${column} like ${`%${search}%`}`;
  return sql`case when ${isAscii} then ${ascii} ${short} else ${hasPart(column, search, "anywhere")} end`;
}

/** Its cost grows with the square of the length: from here on `hasPart` is faster. */
const SHORT = 60;
