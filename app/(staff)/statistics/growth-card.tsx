import { Card } from "#components/card.tsx";
import { Chart } from "#components/charts/chart.tsx";
import { GrowthPicture, LEFT_COLOURS } from "#components/charts/growth-picture.tsx";
import { formatNumber } from "#components/format.ts";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { Tabs } from "#components/tabs.tsx";
import type { Arrivals } from "#lib/statistics/arrivals.ts";
import { fittingPeriod, type Growth, growthOf } from "#lib/statistics/growth.ts";
import { PERIODS } from "#lib/statistics/periods.ts";
import { PERIOD_NAMES, periodName, tickOf } from "./period-words.ts";
import { type StatisticsAddress, statisticsAddress } from "./statistics-address.ts";
import { growthTitle, leftTitle } from "./titles.ts";

const HEADS = { total: "Contacts by then", added: "Added", left: "Unsubscribed and bounced" };

/** When they came, and since when those who are not active are not. */
export function GrowthCard({
  arrivals,
  address,
  today,
}: {
  arrivals: Arrivals;
  address: StatisticsAddress;
  today: string;
}) {
  const period = address.by ?? fittingPeriod(arrivals, today);
  const growth = growthOf(arrivals, period, today);
  const title = growthTitle(arrivals, growth);
  return (
    <Card title="Growth">
      <div className="flex flex-col gap-4">
        <Tabs
          label="Growth by"
          tabs={PERIODS.map((by) => ({
            href: statisticsAddress({ ...address, by }),
            label: PERIOD_NAMES[by],
            current: by === period,
          }))}
        />
        <Chart
          title={title}
          note={`Those who are here now, by when they came in. ${leftTitle(growth)}, shown by when they became so.`}
          legend={[
            { label: "Added", dot: "bg-chart-1" },
            { label: "Unsubscribed", dot: LEFT_COLOURS.unsubscribed.dot },
            { label: "Bounced", dot: LEFT_COLOURS.bounced.dot },
          ]}
          tableName={`The numbers by ${PERIOD_NAMES[period].toLowerCase()}`}
          table={<GrowthTable growth={growth} />}
        >
          <GrowthPicture
            name={`Growth by ${PERIOD_NAMES[period].toLowerCase()}`}
            description={`${title}. ${growth.periods.map((each) => detailOf(each, growth)).join("; ")}`}
            names={HEADS}
            bars={growth.periods.map((each) => ({
              ...each,
              tick: tickOf(each.first, period),
              detail: detailOf(each, growth),
            }))}
          />
        </Chart>
      </div>
    </Card>
  );
}

function detailOf(each: Growth["periods"][number], { period }: Growth): string {
  const { first, added, unsubscribed, bounced, total } = each;
  return `${periodName(first, period)}: ${formatNumber(added)} added, ${formatNumber(unsubscribed)} unsubscribed, ${formatNumber(bounced)} bounced, ${formatNumber(total)} in all`;
}

function GrowthTable({ growth: { period, periods, earlier } }: { growth: Growth }) {
  const hasEarlier = earlier.added + earlier.unsubscribed + earlier.bounced > 0;
  return (
    <Table caption="Growth">
      <THead>
        <Th>{PERIOD_NAMES[period]}</Th>
        <Th numeric>{HEADS.added}</Th>
        <Th numeric>Unsubscribed</Th>
        <Th numeric>Bounced</Th>
        <Th numeric>{HEADS.total}</Th>
      </THead>
      <tbody>
        {[...periods].reverse().map((each) => (
          <GrowthRow key={each.first} name={periodName(each.first, period)} numbers={each} />
        ))}
        {hasEarlier && <GrowthRow name="Earlier, or not known when" numbers={earlier} />}
      </tbody>
    </Table>
  );
}

function GrowthRow({ name, numbers }: { name: string; numbers: Growth["earlier"] }) {
  return (
    <Tr>
      <Td head>{name}</Td>
      <Td numeric>{formatNumber(numbers.added)}</Td>
      <Td numeric>{formatNumber(numbers.unsubscribed)}</Td>
      <Td numeric>{formatNumber(numbers.bounced)}</Td>
      <Td numeric>{formatNumber(numbers.total)}</Td>
    </Tr>
  );
}
