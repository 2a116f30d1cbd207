import { z } from "zod";
import { pageQuery } from "#lib/api/page-query.ts";
import { statusInput } from "./change-status.ts";
import { STATUSES } from "./status.ts";

export const searchQuery = z
  .string()
  .max(200, "search may have 200 characters.")
  .optional()
  .describe("Part of the email or mobile, or of any text; case and accents do not count.");

const place = z.object({ value: z.string().nullable(), key: z.string() });

/** What a sealed cursor of a list of members holds. */
export const memberCursor = place;

/** The query of `GET /api/v1/profiles/{key}/contacts`. */
export const memberQuery = pageQuery.extend({
  email: z.string().max(1000).optional().describe("The whole email."),
  mobile: z.string().max(100).optional().describe("The whole mobile."),
  search: searchQuery.describe(
    "Part of the email or mobile, or of any text; case and accents do not count. Those who have it in the email or mobile come first: in a large profile a page may end after them, before it is full, so go on while next is not null.",
  ),
  status: z.enum(STATUSES, "status must be active, unsubscribed or bounced.").optional(),
});

const FIELDS = 'The body is {"fields": {…}}: values by the field\'s name, and nothing beside it.';

type ByName = Record<string, unknown>;

/** As it came, not copied: zod's own record leaves out a field that is called `__proto__`. */
const valuesByName = z
  .unknown()
  .refine((fields): fields is ByName => typeof fields === "object" && fields !== null && !Array.isArray(fields), FIELDS)
  .transform((fields) => fields as ByName)
  .meta({ type: "object", additionalProperties: {} });

/** The body of `PUT /api/v1/profiles/{key}/contacts/{email or mobile}`: values by the field's name. */
export const putInput = z.strictObject({ fields: valuesByName.default({}) }, FIELDS);

/** The body of `PATCH /api/v1/contacts/{email or mobile}`. */
export const statusBody = z.strictObject(statusInput.shape);
