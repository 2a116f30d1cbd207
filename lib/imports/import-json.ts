import { z } from "zod";
import { moment } from "#lib/api/page-query.ts";
import { ACTIONS, type Import, ORIGINS } from "./import.ts";
import { IMPORT_STATES } from "./states.ts";

const count = z.int().min(0);

export const importAnswer = z.strictObject({
  id: z.int(),
  profile: z.string().describe("The profile's key."),
  status: z.enum(IMPORT_STATES),
  action: z.enum(ACTIONS),
  origin: z.enum(ORIGINS),
  reference: z.string(),
  filename: z.string(),
  bytes: count,
  counts: z
    .strictObject({ read: count, new: count, updated: count, unchanged: count, duplicate: count, rejected: count })
    .describe("read is the sum of the others, once the file is checked."),
  rejected: z.array(z.strictObject({ reason: z.string(), count })).describe("The most frequent reason first."),
  error: z
    .strictObject({ code: z.string(), message: z.string() })
    .optional()
    .describe("Why it failed, was interrupted, or came back to ready."),
  createdAt: moment,
  finishedAt: moment.nullable(),
  durationMs: count.nullable(),
});

/** An import as the API answers it. */
export function importJson(found: Import): z.input<typeof importAnswer> {
  const { id, profileKey, state, action, origin, reference, fileName, bytes, review } = found;
  const { read, new: added, updated, unchanged, duplicate, rejected } = found;
  return {
    id,
    profile: profileKey,
    status: state,
    action,
    origin,
    reference,
    filename: fileName,
    bytes,
    counts: { read, new: added, updated, unchanged, duplicate, rejected },
    rejected: review?.rejected ?? [],
    ...(found.errorCode === null ? {} : { error: { code: found.errorCode, message: found.errorMessage ?? "" } }),
    createdAt: found.createdAt.toISOString(),
    finishedAt: found.finishedAt?.toISOString() ?? null,
    durationMs: found.finishedAt === null ? null : found.finishedAt.getTime() - found.createdAt.getTime(),
  };
}
