import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Card } from "#components/card.tsx";
import { BarList } from "#components/charts/bar-list.tsx";
import { Chart } from "#components/charts/chart.tsx";
import { Histogram } from "#components/charts/histogram.tsx";
import { formatDateTime, formatNumber, formatShare } from "#components/format.ts";
import { toDisplayValue } from "#lib/fields/show-value.ts";
import type { Basis, FieldFigures, FieldStatistics, Spread } from "#lib/statistics/figures.ts";
import { binName, binTick } from "./bin-words.ts";
import { fieldTitle } from "./field-title.ts";
import { NumbersTable } from "./numbers-table.tsx";

/** How full each field is, and what it holds. */
export function FieldCards({ statistics }: { statistics: FieldStatistics }) {
  const { basis, contacts, fields } = statistics;
  if (fields.length === 0 || contacts === 0) return null;
  return (
    <Card title="Fields" description={basisInWords(basis)}>
      <div className="flex flex-col gap-8">
        <Filled fields={fields} contacts={contacts} />
        <div className="grid grid-cols-1 items-start gap-x-10 gap-y-8 lg:grid-cols-2 2xl:grid-cols-3">
          {fields.map((figures) => (
            <FieldChart key={figures.field.id} figures={figures} />
          ))}
        </div>
      </div>
    </Card>
  );
}

function basisInWords(basis: Basis): string {
  switch (basis.kind) {
    case "exact":
      return "Every value was read for this page.";
    case "sample":
      return `About: from a sample of ${formatNumber(basis.read)} contacts, read for this page.`;
    case "planner":
      return basis.at
        ? `About: from what the database found in a sample on ${formatDateTime(basis.at, environmentTimeZone())}.`
        : "About: from what the database found in a sample. When that was it does not remember.";
    default:
      return basis satisfies never;
  }
}

function Filled({ fields, contacts }: { fields: readonly FieldFigures[]; contacts: number }) {
  const least = fields.reduce((less, each) => (each.filled < less.filled ? each : less));
  const title =
    least.filled === contacts
      ? "Every field is filled for everybody"
      : `“${least.field.name}” is filled the least: for ${formatShare(least.filled, contacts)}`;
  return (
    <Chart
      title={title}
      tableName="The numbers by field"
      table={
        <NumbersTable
          caption="How many contacts have a value"
          head="Field"
          countHead="With a value"
          of={contacts}
          rows={fields.map(({ field, filled }) => ({ name: field.name, count: filled }))}
        />
      }
    >
      <div className="max-w-3xl">
        <BarList
          name="Filled fields"
          bars={fields.map(({ field, filled }) => ({
            label: field.name,
            value: filled,
            shown: formatShare(filled, contacts),
          }))}
        />
      </div>
    </Chart>
  );
}

function FieldChart({ figures }: { figures: FieldFigures }) {
  const { field, filled, distinct, spread } = figures;
  const title = fieldTitle(figures, environmentTimeZone());
  return (
    <section aria-label={field.name} className="flex min-w-0 flex-col gap-2 border-line border-t pt-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="min-w-0 font-semibold">{field.name}</h3>
        <p className="text-muted text-sm tabular-nums">
          {formatNumber(filled)} filled · {formatNumber(distinct)} different
        </p>
      </div>
      {spread ? (
        <SpreadChart figures={figures} spread={spread} title={title} />
      ) : (
        <TopChart figures={figures} title={title} />
      )}
    </section>
  );
}

function TopChart({ figures: { field, filled, top }, title }: { figures: FieldFigures; title: string }) {
  const rows = top.map(({ value, count }) => ({
    name: toDisplayValue(field, value, environmentTimeZone()),
    count,
  }));
  if (rows.length === 0) return <p className="text-muted">{title}</p>;
  return (
    <Chart
      title={title}
      tableName="The numbers by value"
      table={<NumbersTable caption={field.name} head="Value" of={filled} rows={rows} />}
    >
      <BarList
        name={field.name}
        bars={rows.slice(0, BARS).map(({ name, count }) => ({
          label: name,
          value: count,
          shown: `${formatNumber(count)} · ${formatShare(count, filled)}`,
        }))}
      />
    </Chart>
  );
}

const BARS = 5;

function SpreadChart({
  figures: { field, filled },
  spread,
  title,
}: {
  figures: FieldFigures;
  spread: Spread;
  title: string;
}) {
  const kind = field.type === "number" ? "number" : "day";
  const value = (text: string) => toDisplayValue(field, text, environmentTimeZone());
  const rows = spread.bins.map((bin) => ({ name: binName(bin, kind), count: bin.count }));
  return (
    <Chart
      title={title}
      note={`From ${value(spread.least)} to ${value(spread.greatest)}.`}
      tableName="The numbers by value"
      table={<NumbersTable caption={field.name} head="Value" of={filled} rows={rows} />}
    >
      <Histogram
        name={field.name}
        bars={spread.bins.map((bin, at) => ({
          from: binTick(bin, kind),
          detail: `${rows[at]?.name}: ${formatNumber(bin.count)}`,
          count: bin.count,
        }))}
      />
    </Chart>
  );
}
