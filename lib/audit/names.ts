import { keyNames, staffNames } from "#lib/staff/names.ts";
import type { AuditEvent } from "./queries.ts";
import type { AuditNames } from "./words.ts";

/** The names, of today, of whom these events point to. */
export async function namesIn(events: readonly AuditEvent[]): Promise<AuditNames> {
  const all = events.map(({ details }) => details as Record<string, unknown>);
  const ids = (...fields: string[]) =>
    all.flatMap((details) =>
      fields.map((field) => details[field]).filter((id): id is number => typeof id === "number"),
    );
  return {
    staff: await staffNames(ids("staffId", "ownerId")),
    keys: await keyNames(ids("madeKeyId", "revokedKeyId")),
  };
}
