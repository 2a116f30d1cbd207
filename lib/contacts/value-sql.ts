import { type SQL, sql } from "drizzle-orm";
import type { FieldType } from "#lib/fields/field.ts";

/** A field's value as a parser gives it, of its column's type. */
export function valueSql(type: FieldType, text: string | null): SQL {
  return text === null ? sql`null` : CAST[type](text);
}

const asText = (text: string): SQL => sql`${text}::text`;
const CAST: Record<FieldType, (text: string) => SQL> = {
  text: asText,
  choice: asText,
  url: asText,
  phone: asText,
  number: (text) => sql`${text}::numeric`,
  date: (text) => sql`${text}::date`,
  datetime: (text) => sql`${text}::timestamptz`,
  yesno: (text) => sql`${text}::boolean`,
};
