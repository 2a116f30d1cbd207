import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { environment } from "#lib/environment.ts";
import { epochDay } from "#lib/fields/calendar.ts";
import type { Field } from "#lib/fields/field.ts";
import { localTimeOf } from "#lib/fields/local-time.ts";
import { binsOf, type Stretch, spread, thresholds } from "./bins.ts";
import { type FieldFigures, type FieldStatistics, type Spread, TOP } from "./figures.ts";

/** What the planner knows of a column: https://www.postgresql.org/docs/18/view-pg-stats.html */
type Known = {
  name: string;
  empty: number;
  distinct: number;
  values: string[] | null;
  shares: number[] | null;
  /** Ends of stretches that hold equally many of the values that are not among `values`. */
  bounds: string[] | null;
};

/** From what the planner knows of a profile's whole table; null where it has not looked at every field yet. */
export async function plannedFields(
  tx: Tx,
  profileId: number,
  fields: readonly Field[],
  contacts: number,
): Promise<FieldStatistics | null> {
  const table = `profile_${profileId}`;
  const { rows } = await tx.execute<Known>(sql`
    select attname as name, null_frac as empty, n_distinct as distinct, most_common_vals::text::text[] as values,
      most_common_freqs as shares, histogram_bounds::text::text[] as bounds
    from pg_stats where schemaname = 'audience' and tablename = ${table} and not inherited`);
  const known = new Map(rows.map((row) => [row.name, row]));
  const figures = fields.flatMap((field) => {
    const column = known.get(`f_${field.id}`);
    return column ? [figuresOf(field, column, contacts)] : [];
  });
  if (figures.length < fields.length) return null;
  const { rows: looks } = await tx.execute<{ at: string | null }>(sql`
    select greatest(last_analyze, last_autoanalyze)::text as at
    from pg_stat_user_tables where schemaname = 'audience' and relname = ${table}`);
  const at = looks[0]?.at;
  return { basis: { kind: "planner", at: at ? new Date(at) : null }, contacts, fields: figures };
}

function figuresOf(field: Field, known: Known, contacts: number): FieldFigures {
  const filled = Math.round((1 - known.empty) * contacts);
  // Negative: a share of the rows, for columns whose values grow with the table.
  const distinct = Math.round(known.distinct < 0 ? -known.distinct * contacts : known.distinct);
  const common = (known.values ?? []).map((value, at) => ({
    value,
    count: Math.round((known.shares?.[at] ?? 0) * contacts),
  }));
  return { field, filled, distinct, top: common.slice(0, TOP), spread: spreadOf(field, known, filled, common) };
}

function spreadOf(field: Field, { bounds }: Known, filled: number, common: FieldFigures["top"]): Spread | null {
  const place = placeIn(field);
  if (!place) return null;
  const rest = filled - common.reduce((sum, { count }) => sum + count, 0);
  const ends = bounds ?? [];
  const stretches: Stretch[] = [
    ...common.map(({ value, count }) => ({ from: place(value), to: place(value), weight: count })),
    ...ends.slice(1).map((to, at) => ({
      from: place(ends[at] ?? to),
      to: place(to),
      weight: Math.max(0, rest) / (ends.length - 1),
    })),
  ];
  const inOrder = [...common.map(({ value }) => value), ...ends].sort((a, b) => place(a) - place(b));
  const least = inOrder[0];
  const greatest = inOrder.at(-1);
  if (least === undefined || greatest === undefined || place(least) === place(greatest)) return null;
  // As of a count: without the lowest and the highest of a hundred stretches.
  const main = [...common.map(({ value }) => value), ...(ends.length > 3 ? ends.slice(1, -1) : ends)].map(place);
  const low = Math.min(...main);
  const high = Math.max(...main);
  const kind = field.type === "number" ? "number" : "day";
  const edges = low < high ? thresholds(low, high, kind) : thresholds(place(least), place(greatest), kind);
  const bins = binsOf(edges, spread(stretches, edges).map(Math.round));
  return { least, median: medianOf(inOrder, stretches, place), greatest, bins };
}

/** The known value that comes nearest to having half of the weight below it. */
function medianOf(inOrder: readonly string[], stretches: readonly Stretch[], place: (value: string) => number): string {
  const half = stretches.reduce((sum, { weight }) => sum + weight, 0) / 2;
  const below = spread(stretches, inOrder.map(place));
  let sum = 0;
  const at = below.findIndex((weight) => {
    sum += weight;
    return sum > half;
  });
  return inOrder[Math.max(0, at - 1)] ?? inOrder[0] ?? "";
}

/** Where a value, as Postgres writes it, lies on a line; null for types whose values have no such place. */
function placeIn({ type }: Field): ((value: string) => number) | null {
  if (type === "number") return Number;
  if (type === "date") {
    return (value) => epochDay(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8, 10)));
  }
  if (type !== "datetime") return null;
  return (value) => {
    const { year, month, day } = localTimeOf(value, environment().TIME_ZONE);
    return epochDay(year, month, day);
  };
}
