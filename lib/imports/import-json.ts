import type { Import } from "./import.ts";

/** An import as the API answers it; see the interface in README.md and `/api/v1/openapi.json`. */
export function importJson(found: Import) {
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
    ...(found.errorCode === null ? {} : { error: { code: found.errorCode, message: found.errorMessage } }),
    createdAt: found.createdAt.toISOString(),
    finishedAt: found.finishedAt?.toISOString() ?? null,
    durationMs: found.finishedAt === null ? null : found.finishedAt.getTime() - found.createdAt.getTime(),
  };
}
