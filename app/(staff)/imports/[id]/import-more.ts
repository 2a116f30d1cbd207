import type { Import } from "#lib/imports/import.ts";
import { readingAnswers } from "../reading-answers.ts";

/**
 * The upload page with what this import was asked for already chosen. Of a file that could not be read it says why once
 * more, beside the choices of how to read it.
 */
export function importMoreHref({
  id,
  profileId,
  action,
  origin,
  reference,
  options,
  state,
  checkedAt,
}: Import): string {
  const query = {
    profile: String(profileId),
    action,
    origin: origin === "api" ? "csv" : origin,
    reference,
    ...readingAnswers(options),
    ...(state === "failed" && checkedAt === null && { failed: String(id) }),
  };
  return `/imports/new?${new URLSearchParams(query)}`;
}
