import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Card, CardGrid } from "#components/card.tsx";
import { BarList } from "#components/charts/bar-list.tsx";
import { Chart } from "#components/charts/chart.tsx";
import { formatDateTime, formatNumber, formatShare } from "#components/format.ts";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import type { Arrivals } from "#lib/statistics/arrivals.ts";
import { byImport, byOrigin, type ImportCount } from "#lib/statistics/sources.ts";
import { nameOf } from "../imports/words.ts";
import { NumbersTable } from "./numbers-table.tsx";
import { sourceName } from "./source-names.ts";
import { importTitle, originTitle } from "./titles.ts";

/** Imports beyond these are one bar. */
const BARS = 6;

/** By what way and with which import they came. */
export function SourceCards({ arrivals }: { arrivals: Arrivals }) {
  const { contacts } = arrivals;
  const origins = byOrigin(arrivals).map(({ origin, count }) => ({ name: sourceName(origin), count }));
  const imports = byImport(arrivals);
  if (contacts === 0) return null;
  return (
    <CardGrid>
      <Card title="By origin">
        <Chart
          title={originTitle(arrivals)}
          tableName="The numbers by origin"
          table={<NumbersTable caption="By origin" head="Origin" of={contacts} rows={origins} />}
        >
          <BarList
            name="Contacts by origin"
            bars={origins.map(({ name, count }) => ({ label: name, value: count, shown: shown(count, contacts) }))}
          />
        </Chart>
      </Card>
      <Card title="By import">
        <Chart
          title={importTitle(arrivals)}
          note="Those who are still here, by the import that added them."
          tableName="The numbers by import"
          table={<ImportTable imports={imports} contacts={contacts} />}
        >
          {imports.length > 0 && <BarList name="Contacts by import" bars={barsOf(imports, contacts)} />}
        </Chart>
      </Card>
    </CardGrid>
  );
}

const shown = (count: number, of: number): string => `${formatNumber(count)} · ${formatShare(count, of)}`;

function barsOf(imports: ImportCount[], contacts: number) {
  const rest = imports.slice(BARS).reduce((sum, { count }) => sum + count, 0);
  return [
    ...imports.slice(0, BARS).map((each) => ({
      label: importName(each),
      value: each.count,
      shown: shown(each.count, contacts),
    })),
    ...(rest > 0
      ? [
          {
            label: `${formatNumber(imports.length - BARS)} others`,
            value: rest,
            shown: shown(rest, contacts),
            muted: true,
          },
        ]
      : []),
  ];
}

/** With its day: one name may serve many imports. */
function importName({ import: found }: ImportCount): string {
  if (!found) return "An import that has no log any more";
  return `${nameOf(found)}, ${formatDateTime(found.createdAt, environmentTimeZone(), "date")}`;
}

function ImportTable({ imports, contacts }: { imports: ImportCount[]; contacts: number }) {
  return (
    <Table caption="By import">
      <THead>
        <Th>Import</Th>
        <Th numeric>Contacts</Th>
        <Th numeric>Share</Th>
      </THead>
      <tbody>
        {imports.slice(0, MOST_ROWS).map((each, at) => (
          <Tr key={each.import?.id ?? `gone ${at}`}>
            <Td head>
              {each.import ? (
                <TextLink href={`/imports/${each.import.id}`}>{importName(each)}</TextLink>
              ) : (
                importName(each)
              )}
            </Td>
            <Td numeric>{formatNumber(each.count)}</Td>
            <Td numeric>{formatShare(each.count, contacts)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The file of the numbers has them all. */
const MOST_ROWS = 200;
