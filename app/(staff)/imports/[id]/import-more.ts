import type { Import } from "#lib/imports/import.ts";

/** The upload page with what this import was asked for already chosen. */
export function importMoreHref({ profileId, action, origin, reference }: Import): string {
  const query = { profile: String(profileId), action, origin: origin === "api" ? "csv" : origin, reference };
  return `/imports/new?${new URLSearchParams(query)}`;
}
