import { z } from "zod";

/** What the confirmation sends; the control of a field that is set comes beside it, under the field's own name. */
export const bulkForm = z
  .object({
    kind: z.string(),
    view: z.string().max(100_000),
    expected: z.string(),
    once: z.string().max(100).optional(),
    status: z.string().optional(),
    reason: z.string().optional(),
    target: z.string().optional(),
    confirmation: z.string().optional(),
  })
  .catchall(z.string());
export type BulkFormInput = z.output<typeof bulkForm>;
