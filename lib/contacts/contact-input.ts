import { z } from "zod";
import { STATUSES } from "./status.ts";

const place = z.object({ value: z.string().nullable(), key: z.string() });

/** What a sealed cursor of a list of members holds. */
export const memberCursor = place;

/** The query of `GET /api/v1/profiles/{key}/contacts`. */
export const memberQuery = z.object({
  email: z.string().max(1000).optional(),
  mobile: z.string().max(100).optional(),
  search: z.string().max(200, "search may have 200 characters.").optional(),
  status: z.enum(STATUSES, "status must be active, unsubscribed or bounced.").optional(),
  limit: z.string().optional(),
  cursor: z.string().optional(),
});

const FIELDS = 'The body is {"fields": {…}}: values by the field\'s name, and nothing beside it.';

/** The body of `PUT /api/v1/profiles/{key}/contacts/{email or mobile}`: values by the field's name. */
export const putInput = z.strictObject({ fields: z.record(z.string(), z.unknown(), FIELDS).default({}) }, FIELDS);
