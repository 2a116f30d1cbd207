import { z } from "zod";
import { searchQuery } from "#lib/contacts/contact-input.ts";
import { STATUSES } from "#lib/contacts/status.ts";
import { clean } from "#lib/fields/clean.ts";
import { FIELD_TYPES } from "#lib/fields/field.ts";
import { fieldInput, fieldListInput, fieldName } from "#lib/fields/field-input.ts";

/** A profile's name as people write it: one line, shown as text. */
export const profileName = z.string("The name must be a text.").transform((raw, context) => {
  const name = clean(raw);
  const message =
    typeof name !== "string" || /[\t\n\r]/.test(name)
      ? "The name holds a control character. Type it anew."
      : name === ""
        ? "Give the profile a name."
        : [...name].length > 100
          ? "A name may have 100 characters. Shorten it."
          : undefined;
  if (message === undefined && typeof name === "string") return name;
  context.addIssue({ code: "custom", message: message ?? "" });
  return z.NEVER;
});

export const profileDescription = z.string().trim().max(1000, "A description may have 1,000 characters. Shorten it.");

/** A Regular or Mobile Only profile as a form or the API describes it. */
export const profileInput = z.strictObject({
  name: profileName,
  type: z.enum(["regular", "mobile_only"], "The type must be regular or mobile_only."),
  description: profileDescription.default(""),
  fields: fieldListInput.default([]),
});
export type ProfileInput = z.output<typeof profileInput>;

/** What of a profile is to change. */
export const profilePatch = z.strictObject({
  name: profileName.optional(),
  description: profileDescription.optional(),
});
export type ProfilePatch = z.output<typeof profilePatch>;

/** What of a field is to change, but for its type. The options are checked as those of a new field. */
export const fieldPatch = z.strictObject({
  name: fieldName.optional(),
  required: z.boolean().optional(),
  options: fieldInput.shape.options.unwrap().optional(),
});
export type FieldPatch = z.output<typeof fieldPatch>;

/** Another type for a field, and how its values are read where they are texts. */
export const retypeInput = z.strictObject({
  type: z.enum(FIELD_TYPES, "The type must be one of text, number, date, datetime, yesno, choice, phone, url."),
  /** Of a choice: without any, the values that members have. */
  options: fieldInput.shape.options.unwrap().default([]),
  dateOrder: z.enum(["dmy", "mdy", "ymd"], "The date order must be dmy, mdy or ymd.").optional(),
  decimal: z.enum([".", ","], "The decimal sign must be a point or a comma.").optional(),
  /** How many values that do not convert may become empty, those that Undo would bring back too; without it, none. */
  mayEmpty: z.int().min(0).default(0),
});
export type RetypeInput = z.output<typeof retypeInput>;

/** The body of `PATCH …/fields/{name}`: any of it. `position` counts from 0. */
export const fieldChange = fieldPatch.extend({
  type: retypeInput.shape.type.optional(),
  position: z.int("The position must be a whole number, 0 for the first.").min(0).optional(),
  dateOrder: retypeInput.shape.dateOrder,
  decimal: retypeInput.shape.decimal,
  mayEmpty: retypeInput.shape.mayEmpty.unwrap().optional(),
});
export type FieldChange = z.output<typeof fieldChange>;

/** The query of `DELETE /api/v1/profiles/{key}`. */
export const deleteQuery = z.strictObject({
  confirm: z.string("Name the profile once more: ?confirm=NAME."),
});

/** The query of an export. */
export const exportQuery = z.strictObject({
  status: z.enum(STATUSES, "status must be active, unsubscribed or bounced.").optional(),
  search: searchQuery,
});
