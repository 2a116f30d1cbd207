import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { fieldColumn } from "#db/member-table.ts";
import { environment } from "#lib/environment.ts";
import type { Field } from "#lib/fields/field.ts";
import { binsOf, thresholds } from "./bins.ts";
import { type FieldFigures, type FieldStatistics, type Spread, TOP } from "./figures.ts";
import type { Population } from "./population.ts";
import { estimateDistinct, type Sample, scaled } from "./sample.ts";

/** Every value of everybody, or of everybody in the sample. */
export async function countFields(
  tx: Tx,
  population: Population,
  fields: readonly Field[],
  sample: Sample,
): Promise<FieldStatistics> {
  const { rows } = await tx.execute<{ count: string }>(
    sql`select count(*) as count from ${sample.from} where ${population.where}`,
  );
  const read = Number(rows[0]?.count);
  const counted: FieldFigures[] = [];
  for (const field of fields) counted.push(await countField(tx, population, field, sample));
  return {
    basis: sample.share === 1 ? { kind: "exact" } : { kind: "sample", read },
    contacts: scaled(read, sample),
    fields: counted,
  };
}

type Counted = { filled: string; different: string; once: string; top: { value: string; count: number }[] | null };

async function countField(tx: Tx, { table, where }: Population, field: Field, sample: Sample): Promise<FieldFigures> {
  const column = fieldColumn(table as never, field.id);
  const { rows } = await tx.execute<Counted>(sql`
    with each as materialized (
      select ${column} as value, count(*) as count from ${sample.from} where ${where} and ${column} is not null group by 1
    )
    select coalesce(sum(count), 0) as filled, count(*) as different, count(*) filter (where count = 1) as once,
      (select json_agg(json_build_object('value', value::text, 'count', count)) from (
        select value, count from each where count > 1 order by count desc, value limit ${TOP}
      ) top) as top
    from each`);
  const { filled = "0", different = "0", once = "0", top = null } = rows[0] ?? {};
  const spread =
    Number(different) > 1 ? await spreadOf(tx, positionOf(field, column), column, { where, sample }) : null;
  return {
    field,
    filled: scaled(Number(filled), sample),
    distinct: estimateDistinct(Number(filled), Number(different), Number(once), sample),
    top: (top ?? []).map(({ value, count }) => ({ value, count: scaled(count, sample) })),
    spread,
  };
}

type Position = { kind: "number" | "day"; value: SQL };

/** Where a value lies on a line: a number itself, a date as its days since 1970. Other types have no such place. */
function positionOf({ type }: Field, column: SQL | ReturnType<typeof fieldColumn>): Position | null {
  if (type === "number") return { kind: "number", value: sql`${column}::float8` };
  if (type === "date") return { kind: "day", value: sql`(${column} - date '1970-01-01')::float8` };
  if (type !== "datetime") return null;
  const day = sql`(${column} at time zone ${environment().TIME_ZONE}::text)::date`;
  return { kind: "day", value: sql`(${day} - date '1970-01-01')::float8` };
}

type Ends = { least: string; median: string; greatest: string; places: [number, number, number, number] };

async function spreadOf(
  tx: Tx,
  position: Position | null,
  column: ReturnType<typeof fieldColumn>,
  { where, sample }: { where: SQL; sample: Sample },
): Promise<Spread | null> {
  if (!position) return null;
  const { rows } = await tx.execute<Ends>(sql`
    select min(${column})::text as least, max(${column})::text as greatest,
      percentile_disc(0.5) within group (order by ${column})::text as median,
      percentile_disc(array[0, 0.01, 0.99, 1]) within group (order by ${position.value}) as places
    from ${sample.from} where ${where} and ${column} is not null`);
  const ends = rows[0];
  if (!ends) return null;
  const edges = thresholds(...mainPart(ends.places), position.kind);
  const { rows: bars } = await tx.execute<{ bar: number; count: string }>(sql`
    select width_bucket(${position.value}, ${sql.param(edges)}::float8[]) as bar, count(*) as count
    from ${sample.from} where ${where} and ${column} is not null group by 1`);
  const counts = edges.concat(0).map((_, at) => Number(bars.find(({ bar }) => bar === at)?.count ?? 0));
  const { least, median, greatest } = ends;
  return {
    least,
    median,
    greatest,
    bins: binsOf(
      edges,
      counts.map((count) => scaled(count, sample)),
    ),
  };
}

/** All but the lowest and the highest hundredth, whose few far values would press the others into one bar. */
function mainPart([least, low, high, greatest]: Ends["places"]): [number, number] {
  return low < high ? [low, high] : [least, greatest];
}
