import { formatNumber } from "#components/format.ts";
import type { Bin } from "#lib/statistics/bins.ts";

type Kind = "number" | "day";

const DAY_MS = 86_400_000;
const wholeDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const monthAndYear = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

/** A bar's stretch of values: `10 to below 20`, `below 10`, `from 20`. */
export function binName({ from, to }: Bin, kind: Kind): string {
  if (from === null) return to === null ? "All" : `below ${place(to, kind)}`;
  if (to === null) return `from ${place(from, kind)}`;
  return `${place(from, kind)} to below ${place(to, kind)}`;
}

/** Under the bar's left end; nothing where it has none. */
export const binTick = ({ from }: Bin, kind: Kind): string => (from === null ? "" : tick(from, kind));

const place = (at: number, kind: Kind): string =>
  kind === "number" ? formatNumber(at) : wholeDay.format(new Date(at * DAY_MS));

/** A year or a month where a bar begins with one. */
function tick(at: number, kind: Kind): string {
  if (kind === "number") return formatNumber(at);
  const day = new Date(at * DAY_MS);
  if (day.getUTCDate() !== 1) return wholeDay.format(day);
  return day.getUTCMonth() === 0 ? String(day.getUTCFullYear()) : monthAndYear.format(day);
}
