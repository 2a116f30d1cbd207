import { type SQL, sql } from "drizzle-orm";
import { fieldName } from "#db/member-table.ts";
import type { Field } from "#lib/fields/field.ts";
import { modeOf } from "./check/stage-rows.ts";
import type { Import } from "./import.ts";

/** Append or Update: what a row `s` of the file makes of a field of the member `m`, who may not be there yet. */
export function newValue(field: Field, { mapping, options }: Pick<Import, "mapping" | "options">): SQL {
  const name = fieldName(field.id);
  if (modeOf(field, mapping ?? []) === "empty") return sql`coalesce(m.${name}, s.${name})`;
  return options.blankErases ? sql`s.${name}` : sql`coalesce(s.${name}, m.${name})`;
}
