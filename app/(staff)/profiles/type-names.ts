import { FIELD_TYPES, type FieldType } from "#lib/fields/field.ts";

const NAMES: Record<FieldType, string> = {
  text: "Text",
  number: "Number",
  date: "Date",
  datetime: "Date and time",
  yesno: "Yes or no",
  choice: "Choice",
  phone: "Phone",
  url: "Web address",
};

/** What pages call the types of fields, in the order in which they offer them. */
export const TYPE_NAMES: readonly (readonly [FieldType, string])[] = FIELD_TYPES.map((type) => [type, NAMES[type]]);
export const typeName = (type: FieldType): string => NAMES[type];
