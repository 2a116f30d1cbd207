import { AUDIT_GROUPS, type AuditGroup } from "#lib/audit/events.ts";
import type { AuditFilter } from "#lib/audit/queries.ts";
import { idOf } from "#lib/text/id-of.ts";

/** What an address of the audit trail asks for. Days are in UTC, as the times are; both are included. */
export type AuditAddress = { group: AuditGroup | ""; staff: number; from: string; to: string; before: number };

/** Anything that the address cannot mean is left out. */
export function readAddress(query: Record<string, string | string[] | undefined>): AuditAddress {
  const one = (name: string) => (typeof query[name] === "string" ? query[name].trim() : "");
  const day = (name: string) => (startOfDay(one(name), 0) === undefined ? "" : one(name));
  return {
    group: (Object.keys(AUDIT_GROUPS) as AuditGroup[]).find((group) => group === one("group")) ?? "",
    staff: idOf(one("staff")),
    from: day("from"),
    to: day("to"),
    before: idOf(one("before")),
  };
}

export function filterOf({ group, staff, from, to }: AuditAddress): Omit<AuditFilter, "limit" | "before"> {
  return {
    group: group || undefined,
    staffId: staff || undefined,
    from: startOfDay(from, 0),
    to: startOfDay(to, 1),
  };
}

/** The query of the same view, from another event on. */
export function queryOf(address: AuditAddress, before?: number): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...address, before })) if (value) query.set(name, String(value));
  return query.toString();
}

const DAY = 24 * 60 * 60 * 1000;

/** The moment at which the day begins, or one of the days after it. */
function startOfDay(day: string, later: number): Date | undefined {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(start) ? undefined : new Date(start + later * DAY);
}
