import { z } from "zod";

/** `?limit=` and `?cursor=` of every list. One that is sent empty counts as not sent. */
export const pageQuery = z.strictObject({
  limit: z
    .string()
    .optional()
    .transform((text, context) => {
      if (!text) return 100;
      const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
      if (limit >= 1 && limit <= 1000) return limit;
      context.addIssue("limit must be a whole number from 1 to 1000.");
      return z.NEVER;
    })
    .meta({ type: "integer", minimum: 1, maximum: 1000, description: "How many items at most; 100 when not given." }),
  cursor: z
    .string()
    .optional()
    .transform((text) => text || null)
    .describe("The `next` of the page before."),
});

/** One page of a list; `next` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });

/** When, in UTC, such as 2026-11-25T22:03:25.000Z. */
export const moment = z.iso.datetime();
