import { type SQL, sql } from "drizzle-orm";
import { type FieldColumn, fieldColumn, type MemberTable } from "#db/member-table.ts";
import { fold } from "#lib/fields/fold.ts";
import { hasPart, likePattern } from "#lib/rules/folded-text.ts";
import { latinPattern, ODD_LETTER } from "#lib/rules/latin-pattern.ts";

/**
 * Members who have `search` within the email or mobile, or within any text, choice, phone or URL. Case and accents do
 * not count, and % _ \ mean themselves.
 */
export function searchMembers(table: MemberTable, fields: readonly FieldColumn[], search: string): SQL {
  const texts = fields.filter(({ type }) => TEXTS.has(type)).map((field) => sql`${fieldColumn(table, field.id)}`);
  const phones = fields.filter(({ type }) => type === "phone").map((field) => sql`${fieldColumn(table, field.id)}`);
  const conditions = [
    ...[sql`${table.key}`, ...phones].map((column) => searchKey(column, search)),
    ...texts.map((column) => hasPart(column, search, "anywhere")),
  ];
  const exactly = sql`(${sql.join(conditions, sql` or `)})`;
  const sooner = withinRow([sql`${table.key}`, ...phones, ...texts], search);
  return sooner === null ? exactly : sql`(${sooner} and ${exactly})`;
}

/** True at least for all rows that have `search` in one of the columns: one look at a whole row is cheaper than one at each. */
function withinRow(columns: readonly SQL[], search: string): SQL | null {
  const patterns = [...new Set([search, bareNumber(search)])].map((part) => latinPattern(part, "anywhere"));
  if (patterns.includes(null)) return null;
  const row = sql.join(
    columns.map((column) => sql`coalesce(${column}, '')`),
    sql` || E'\\n' || `,
  );
  return sql`(${row}) collate "C" ~ ${[...patterns, ODD_LETTER].join("|")}`;
}

const TEXTS: ReadonlySet<FieldColumn["type"]> = new Set(["text", "choice", "url"]);

/** Within a key or a phone; a number may be written with spaces, hyphens and brackets. */
export function searchKey(column: SQL, search: string): SQL {
  const bare = bareNumber(search);
  const plain = sql`${column} like ${likePattern(fold(search), "anywhere")}`;
  return bare === search ? plain : sql`(${plain} or ${column} like ${likePattern(bare, "anywhere")})`;
}

function bareNumber(search: string): string {
  const digits = /^[+\d\s().-]+$/.test(search) ? search.replace(/[\s().-]/g, "") : "";
  return digits.length >= 3 ? digits : search;
}
