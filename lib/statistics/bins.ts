import { scaleLinear, scaleUtc } from "d3-scale";

/** A bar of a histogram: values from `from` on and below `to`; null is without end. Dates are days since 1970-01-01. */
export type Bin = { from: number | null; to: number | null; count: number };

const BARS = 16;
const DAY_MS = 86_400_000;

/** Round values between `low` and `high` at which bars begin and end: numbers, or the first days of months and years. */
export function thresholds(low: number, high: number, kind: "number" | "day"): number[] {
  if (kind === "number") return scaleLinear().domain([low, high]).nice(BARS).ticks(BARS);
  const ticks = scaleUtc()
    .domain([low * DAY_MS, high * DAY_MS])
    .ticks(BARS)
    .map((tick) => Math.floor(tick.getTime() / DAY_MS));
  // Ticks that are closer together than a day give the same one twice.
  const days = [...new Set(ticks)];
  return days.length > 1 ? days : [low, high];
}

/** The bars between the edges, given the count below the first, between each two, and from the last on. */
export function binsOf(edges: readonly number[], counts: readonly number[]): Bin[] {
  const bins = Array.from({ length: edges.length + 1 }, (_, at) => ({
    from: edges[at - 1] ?? null,
    to: edges[at] ?? null,
    count: counts[at] ?? 0,
  }));
  while (bins.length > 1 && bins[0]?.count === 0) bins.shift();
  while (bins.length > 1 && bins.at(-1)?.count === 0) bins.pop();
  return bins;
}

/** So much weight lies evenly between two values, or all on one. */
export type Stretch = { from: number; to: number; weight: number };

/** The weight below the first edge, between each two, and from the last on. */
export function spread(stretches: readonly Stretch[], edges: readonly number[]): number[] {
  const below = edges.map((edge) => stretches.reduce((sum, stretch) => sum + weightBelow(stretch, edge), 0));
  const all = stretches.reduce((sum, { weight }) => sum + weight, 0);
  return [...below, all].map((weight, at) => weight - (at === 0 ? 0 : (below[at - 1] ?? 0)));
}

function weightBelow({ from, to, weight }: Stretch, edge: number): number {
  if (edge <= from) return 0;
  return edge > to ? weight : (weight * (edge - from)) / (to - from);
}
