import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Card } from "#components/card.tsx";
import { BarList } from "#components/charts/bar-list.tsx";
import { Chart } from "#components/charts/chart.tsx";
import { Histogram } from "#components/charts/histogram.tsx";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import { toDisplayValue } from "#lib/fields/show-value.ts";
import type { Basis, FieldFigures, FieldStatistics, Spread } from "#lib/statistics/figures.ts";
import { binName, binTick } from "./bin-words.ts";
import { countAndShare } from "./count-and-share.ts";
import { fieldTitle } from "./field-title.ts";
import { NumbersTable } from "./numbers-table.tsx";

/** How full each field is, and what it holds. */
export function FieldCards({ statistics }: { statistics: FieldStatistics }) {
  const t = useWords();
  const { basis, contacts, fields } = statistics;
  if (fields.length === 0 || contacts === 0) return null;
  return (
    <Card title={t("Fields")} description={basisInWords(basis, t)}>
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

function basisInWords(basis: Basis, t: Translator): string {
  switch (basis.kind) {
    case "exact":
      return t("Every value was read for this page.");
    case "sample":
      return t("About: from a sample of {count, plural, one {# contact} other {# contacts}}, read for this page.", {
        count: basis.read,
      });
    case "planner":
      return basis.at
        ? t("About: from what the database found in a sample on {when}.", {
            when: t.dateTime(basis.at, environmentTimeZone()),
          })
        : t("About: from what the database found in a sample. When that was it does not remember.");
    default:
      return basis satisfies never;
  }
}

function Filled({ fields, contacts }: { fields: readonly FieldFigures[]; contacts: number }) {
  const t = useWords();
  const least = fields.reduce((less, each) => (each.filled < less.filled ? each : less));
  const title =
    least.filled === contacts
      ? t("Every field is filled for everybody")
      : t("“{field}” is filled the least: for {share}", {
          field: least.field.name,
          share: t.share(least.filled, contacts),
        });
  return (
    <Chart
      title={title}
      tableName={t("The numbers by field")}
      table={
        <NumbersTable
          caption={t("How many contacts have a value")}
          head={t("Field")}
          countHead={t("With a value")}
          of={contacts}
          rows={fields.map(({ field, filled }) => ({ name: field.name, count: filled }))}
        />
      }
    >
      <div className="max-w-3xl">
        <BarList
          name={t("Filled fields")}
          bars={fields.map(({ field, filled }) => ({
            label: field.name,
            value: filled,
            shown: t.share(filled, contacts),
          }))}
        />
      </div>
    </Chart>
  );
}

function FieldChart({ figures }: { figures: FieldFigures }) {
  const t = useWords();
  const { field, filled, distinct, spread } = figures;
  const title = fieldTitle(figures, environmentTimeZone(), t);
  return (
    <section aria-label={field.name} className="flex min-w-0 flex-col gap-2 border-line border-t pt-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="min-w-0 font-semibold">{field.name}</h3>
        <p className="text-muted text-sm tabular-nums">
          {t("{filled, number} filled · {distinct, number} different", { filled, distinct })}
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
  const t = useWords();
  const rows = top.map(({ value, count }) => ({
    name: toDisplayValue(field, value, environmentTimeZone(), t),
    count,
  }));
  if (rows.length === 0) return <p className="text-muted">{title}</p>;
  return (
    <Chart
      title={title}
      tableName={t("The numbers by value")}
      table={<NumbersTable caption={field.name} head={t("Value")} of={filled} rows={rows} />}
    >
      <BarList
        name={field.name}
        bars={rows.slice(0, BARS).map(({ name, count }) => ({
          label: name,
          value: count,
          shown: countAndShare(count, filled, t),
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
  const t = useWords();
  const kind = field.type === "number" ? "number" : "day";
  const value = (text: string) => toDisplayValue(field, text, environmentTimeZone(), t);
  const rows = spread.bins.map((bin) => ({ name: binName(bin, kind, t), count: bin.count }));
  return (
    <Chart
      title={title}
      note={t("From {least} to {greatest}.", { least: value(spread.least), greatest: value(spread.greatest) })}
      tableName={t("The numbers by value")}
      table={<NumbersTable caption={field.name} head={t("Value")} of={filled} rows={rows} />}
    >
      <Histogram
        name={field.name}
        bars={spread.bins.map((bin, at) => ({
          from: binTick(bin, kind, t),
          detail: `${rows[at]?.name}: ${t.number(bin.count)}`,
          count: bin.count,
        }))}
      />
    </Chart>
  );
}
