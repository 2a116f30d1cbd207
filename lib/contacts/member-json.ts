import { z } from "zod";
import { moment } from "#lib/api/page-query.ts";
import { toJsonValue } from "#lib/fields/json-value.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Member } from "./list-members.ts";
import { STATUSES } from "./status.ts";

export const valueAnswer = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .describe(
    "Text, phone (E.164), URL and choice: a string. Number: a JSON number, or a string where a double would lose digits. Date: YYYY-MM-DD. Date and time: ISO 8601 with zone. Yes/no: a boolean. Empty: null.",
  );

/** Whoever has an email has no mobile here: it is the key, the one or the other. */
export const keyAnswer = { email: z.string().optional(), mobile: z.string().optional() };

export const memberAnswer = z.strictObject({
  ...keyAnswer,
  status: z.enum(STATUSES),
  fields: z.record(z.string(), valueAnswer).describe("Values by the field's name."),
  createdAt: moment,
  updatedAt: moment,
});

/** A member as the API answers it. A field called `__proto__` is a name like any other. */
export function memberJson(
  { key, status, values, createdAt, updatedAt }: Member,
  { keyKind, fields }: Profile,
): z.input<typeof memberAnswer> {
  return {
    [keyKind]: key,
    status,
    fields: Object.fromEntries(fields.map((field) => [field.name, toJsonValue(field, values[field.id] ?? null)])),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
