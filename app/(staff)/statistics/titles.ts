import { formatCount, formatNumber, formatShare } from "#components/format.ts";
import type { Arrivals } from "#lib/statistics/arrivals.ts";
import type { BuiltOn } from "#lib/statistics/built-on.ts";
import type { Domains } from "#lib/statistics/domains.ts";
import type { Growth } from "#lib/statistics/growth.ts";
import { byImport, byOrigin } from "#lib/statistics/sources.ts";
import { periodName } from "./period-words.ts";
import { sourceName } from "./source-names.ts";

/* The titles of charts: each says what one sees. */

export function growthTitle(arrivals: Arrivals, growth: Growth): string {
  const { contacts } = arrivals;
  if (contacts === 0) return "Nobody has come in yet";
  const [first, second] = byImport(arrivals);
  const both = (first?.count ?? 0) + (second?.count ?? 0);
  const peak = growth.periods.reduce((most, each) => (each.added > most.added ? each : most));
  const when = periodName(peak.first, growth.period);
  if (first && first.count > contacts / 2) {
    return first.count <= peak.added ? `Most came in with one import in ${when}` : "Most came in with one import";
  }
  if (second && both > contacts / 2) {
    return both <= peak.added ? `Most came in with two imports in ${when}` : "Most came in with two imports";
  }
  if (peak.added > contacts / 2) return `Most came in in ${when}`;
  if (peak.added === 0) return "Nobody came in lately";
  return `The most came in in ${when}: ${formatNumber(peak.added)}`;
}

export function originTitle(arrivals: Arrivals): string {
  const [most] = byOrigin(arrivals);
  if (!most) return "Nobody has come in yet";
  const name = sourceName(most.origin);
  if (most.count === arrivals.contacts) return `All came in by one way: ${name}`;
  return `${formatShare(most.count, arrivals.contacts)} came in by one way: ${name}`;
}

export function importTitle(arrivals: Arrivals): string {
  const all = byImport(arrivals);
  const [most] = all;
  if (!most) return "Nobody came with an import";
  const share = formatShare(most.count, arrivals.contacts);
  return all.length === 1
    ? `One import brought ${share} of the contacts`
    : `Of ${formatNumber(all.length)} imports the largest brought ${share} of the contacts`;
}

export function domainTitle({ emails, top }: Domains): string {
  const [most] = top;
  if (!most) return "No contact has an email";
  return `${formatShare(most.count, emails)} of the addresses are at ${most.domain}`;
}

export function builtOnTitle(built: readonly BuiltOn[], contacts: number): string {
  const [most] = built;
  if (!most || most.count === null) return "No Virtual Profile over this one can be counted";
  return `The largest is “${most.name}”, with ${formatShare(most.count, contacts)} of the contacts`;
}

export function leftTitle({ periods, earlier }: Growth): string {
  const all = [...periods, earlier];
  const unsubscribed = all.reduce((sum, each) => sum + each.unsubscribed, 0);
  const bounced = all.reduce((sum, each) => sum + each.bounced, 0);
  return `${formatCount(unsubscribed, "is unsubscribed", "are unsubscribed")}, ${formatCount(bounced, "is bounced", "are bounced")}`;
}
