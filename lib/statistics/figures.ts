import type { Field } from "#lib/fields/field.ts";
import type { Bin } from "./bins.ts";

/** Where the figures come from: all people were read; some were; or the database read some at that time. */
export type Basis =
  | { kind: "exact" }
  | { kind: "sample"; read: number }
  /** `at` null: the database does not remember. */
  | { kind: "planner"; at: Date | null };

/** A number's or a date's values from the least to the greatest, as Postgres writes them, and how they are spread. */
export type Spread = { least: string; median: string; greatest: string; bins: Bin[] };

export type FieldFigures = {
  field: Field;
  filled: number;
  distinct: number;
  /** The most frequent values, as Postgres writes them, of those that more than one has. */
  top: { value: string; count: number }[];
  /** Of numbers and dates that differ. */
  spread: Spread | null;
};

export type FieldStatistics = { basis: Basis; contacts: number; fields: FieldFigures[] };

/** So many of the most frequent values are told. */
export const TOP = 10;
