import { z } from "zod";
import { moment } from "#lib/api/page-query.ts";
import { FIELD_TYPES } from "#lib/fields/field.ts";
import { ruleSchema } from "#lib/rules/parse-rule.ts";

/* What the API answers of a profile, for `profileJson` and the API's description. */

export const fieldAnswer = z.strictObject({
  name: z.string(),
  type: z.enum(FIELD_TYPES),
  required: z.boolean(),
  options: z.array(z.string()).optional().describe("Of a choice."),
});

const count = z.int().min(0);

export const profileAnswer = z.strictObject({
  key: z.string(),
  name: z.string(),
  type: z.enum(["regular", "mobile_only", "virtual"]),
  description: z.string(),
  counts: z
    .strictObject({ contacts: count, active: count, unsubscribed: count, bounced: count })
    .nullable()
    .describe("Null for a virtual one that takes too long to count: `notice` says so."),
  fields: z.array(fieldAnswer).describe("Of its source for a virtual one."),
  source: z.string().optional().describe("Of a virtual one: its source's key."),
  rules: ruleSchema.optional(),
  broken: z
    .array(z.strictObject({ path: z.string(), message: z.string() }))
    .optional()
    .describe("Of a virtual one: which parts of its rules do not fit any more. Nobody is in it then."),
  notice: z.string().optional(),
  createdAt: moment,
});
