import type { FieldType } from "#lib/fields/field.ts";

/** What one column of a file holds over all rows. */
export type ColumnProfile = {
  /** Cells that are not empty. */
  filled: number;
  /** How many of them fit each type. */
  fits: Record<FieldType, number>;
  /** The narrowest type that all of them fit. */
  type: FieldType;
  /** Its distinct values, where few enough for a choice field. */
  options: string[] | null;
  dateOrder: "dmy" | "mdy" | "ymd" | "ambiguous";
  decimal: "." | "," | "ambiguous";
  /** The first few different values. */
  samples: string[];
};

export type ColumnProfiles = { rows: number; columns: ColumnProfile[] };
