/** The types a field can have, in the words of the API and of the database. */
export const FIELD_TYPES = ["text", "number", "date", "datetime", "yesno", "choice", "phone", "url"] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** A column of a Regular or Mobile Only profile. */
export type Field = {
  readonly id: number;
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** What a choice field accepts, in the order shown; empty for every other type. */
  readonly options: readonly string[];
  readonly position: number;
};
