import { type SQL, sql } from "drizzle-orm";
import { latinPattern, ODD_LETTER } from "./latin-pattern.ts";

/*
 * Parts of texts, without regard to case and accents. LIKE under the columns' own collation does it too, but
 * - it compares every part of the text with the pattern: a million notes of 200 characters take five minutes, and this way four seconds;
 * - PostgreSQL 18.4 forgets `\\` in the pattern, so that `a\` would be found in `a`.
 * So both sides are folded to the letters that the collation compares, and matched byte by byte. Most texts are ASCII,
 * where a letter is a byte: they only need small letters.
 */

/** True where `value` is within the text, at its start or at its end; null for an empty one. */
export function hasPart(column: SQL, value: string, where: "anywhere" | "start" | "end"): SQL {
  const pattern = sql`${likePattern(value, where)}::text`;
  const ascii = sql`lower(${column} collate "C") like ${fold(pattern)}`;
  const any = sql`${fold(column)} like ${fold(pattern)}`;
  return sql`(case when octet_length(${column}) = char_length(${column}) then ${ascii} else ${sooner(column, any, latinPattern(value, where))} end)`;
}

/** Most texts that are not ASCII have Latin letters only: these need not be folded. */
function sooner(column: SQL, any: SQL, latin: string | null): SQL {
  if (latin === null) return any;
  const text = sql`${column} collate "C"`;
  return sql`(${text} ~ ${latin} or (${text} ~ ${ODD_LETTER} and ${any}))`;
}

/** The pattern of LIKE for a part that is taken literally. */
export function likePattern(value: string, where: "anywhere" | "start" | "end"): string {
  // Composed letters are taken apart first: some would turn into a % or a \ afterwards.
  const literal = value.normalize("NFKD").replace(/[\\%_]/g, "\\$&");
  return `${where === "start" ? "" : "%"}${literal}${where === "end" ? "" : "%"}`;
}

/** Letters taken apart, their marks (U+0300 to U+036F) off, small; then those that have a stroke or are two in one. */
const fold = (text: SQL): SQL =>
  sql`replace(replace(translate(casefold(regexp_replace(normalize(${text} collate pg_unicode_fast, nfkd), '[\\u0300-\\u036f]+', '', 'g')), ${STROKED}, 'olddh'), 'æ', 'ae'), 'œ', 'oe') collate "C"`;

/** The soft hyphen at the end is left out. */
const STROKED = sql`'øłđðħ\u00ad'`;
