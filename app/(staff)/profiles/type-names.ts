import { FIELD_TYPES, type FieldType } from "#lib/fields/field.ts";
import { say } from "#lib/text/words.ts";

/** English; said with `t` where they are drawn. */
const NAMES: Record<FieldType, string> = {
  text: say("Text"),
  number: say("Number"),
  date: say("Date"),
  datetime: say("Date and time"),
  yesno: say("Yes or no"),
  choice: say("Choice"),
  phone: say("Phone"),
  url: say("Web address"),
};

/** What pages call the types of fields, in the order in which they offer them. */
export const TYPE_NAMES: readonly (readonly [FieldType, string])[] = FIELD_TYPES.map((type) => [type, NAMES[type]]);
export const typeName = (type: FieldType): string => NAMES[type];
