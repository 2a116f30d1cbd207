import type { CountChange } from "#lib/profiles/counts.ts";
import { type Status, statusOf } from "../status.ts";

/** How many people of each status a statement touched: rows of `status` (its code) and `people`. */
export type StatusRows = readonly { status: number; people: number }[];

export const peopleIn = (rows: StatusRows): number => rows.reduce((sum, { people }) => sum + people, 0);

/** They leave the status that they had, and take another one, if any. */
export function leaving(rows: StatusRows, to?: Status): CountChange {
  const change: CountChange = {};
  for (const { status, people } of rows) change[statusOf(status)] = (change[statusOf(status)] ?? 0) - people;
  if (to) change[to] = (change[to] ?? 0) + peopleIn(rows);
  return change;
}

export function arriving(rows: StatusRows): CountChange {
  return Object.fromEntries(rows.map(({ status, people }) => [statusOf(status), people]));
}

/** The sum of two changes. */
export function plus(one: CountChange, other: CountChange): CountChange {
  const sum = (status: Status) => (one[status] ?? 0) + (other[status] ?? 0);
  return { active: sum("active"), unsubscribed: sum("unsubscribed"), bounced: sum("bounced") };
}
