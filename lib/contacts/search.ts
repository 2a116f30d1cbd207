import { type SQL, sql } from "drizzle-orm";
import { fieldColumn, type MemberTable } from "#db/member-table.ts";
import type { Field } from "#lib/fields/field.ts";
import { fold } from "#lib/fields/fold.ts";
import { hasPart, likePattern } from "#lib/rules/folded-text.ts";

/**
 * Members who have `search` within the email or mobile, or within any text, choice, phone or URL. Case and accents do
 * not count, and % _ \ mean themselves.
 */
export function searchMembers(table: MemberTable, fields: readonly Field[], search: string): SQL {
  const texts = fields.filter(({ type }) => TEXTS.has(type)).map((field) => sql`${fieldColumn(table, field.id)}`);
  const phones = fields.filter(({ type }) => type === "phone").map((field) => sql`${fieldColumn(table, field.id)}`);
  const conditions = [
    ...[sql`${table.key}`, ...phones].map((column) => searchKey(column, search)),
    ...texts.map((column) => hasPart(column, search, "anywhere")),
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
