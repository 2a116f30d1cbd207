import { Card } from "#components/card.tsx";
import { Chart } from "#components/charts/chart.tsx";
import { GrowthPicture, LEFT_COLOURS } from "#components/charts/growth-picture.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { Tabs } from "#components/tabs.tsx";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { Arrivals } from "#lib/statistics/arrivals.ts";
import { fittingPeriod, type Growth, growthOf } from "#lib/statistics/growth.ts";
import { PERIODS } from "#lib/statistics/periods.ts";
import { say } from "#lib/text/words.ts";
import { GROWTH_BY, NUMBERS_BY, PERIOD_NAMES, periodName, tickOf } from "./period-words.ts";
import { type StatisticsAddress, statisticsAddress } from "./statistics-address.ts";
import { growthNote, growthTitle } from "./titles.ts";

const HEADS = { total: say("Contacts by then"), added: say("Added"), left: say("Unsubscribed and bounced") };

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
  const t = useWords();
  const period = address.by ?? fittingPeriod(arrivals, today);
  const growth = growthOf(arrivals, period, today);
  const title = growthTitle(arrivals, growth, t);
  return (
    <Card title={t("Growth")}>
      <div className="flex flex-col gap-4">
        <Tabs
          label={t("Growth by")}
          tabs={PERIODS.map((by) => ({
            href: statisticsAddress({ ...address, by }),
            label: t(PERIOD_NAMES[by]),
            current: by === period,
          }))}
        />
        <Chart
          title={title}
          note={growthNote(growth, t)}
          legend={[
            { label: t("Added"), dot: "bg-chart-1" },
            { label: t("Unsubscribed"), dot: LEFT_COLOURS.unsubscribed.dot },
            { label: t("Bounced"), dot: LEFT_COLOURS.bounced.dot },
          ]}
          tableName={t(NUMBERS_BY[period])}
          table={<GrowthTable growth={growth} />}
        >
          <GrowthPicture
            name={t(GROWTH_BY[period])}
            description={`${title}. ${growth.periods.map((each) => detailOf(each, growth, t)).join("; ")}`}
            names={{ total: t(HEADS.total), added: t(HEADS.added), left: t(HEADS.left) }}
            bars={growth.periods.map((each) => ({
              ...each,
              tick: tickOf(each.first, period, t),
              detail: detailOf(each, growth, t),
            }))}
          />
        </Chart>
      </div>
    </Card>
  );
}

function detailOf(each: Growth["periods"][number], { period }: Growth, t: Translator): string {
  const { first, added, unsubscribed, bounced, total } = each;
  return t(
    "{when}: {added, number} added, {unsubscribed, number} unsubscribed, {bounced, number} bounced, {total, number} in all",
    { when: periodName(first, period, t), added, unsubscribed, bounced, total },
  );
}

function GrowthTable({ growth: { period, periods, earlier } }: { growth: Growth }) {
  const t = useWords();
  const hasEarlier = earlier.added + earlier.unsubscribed + earlier.bounced > 0;
  return (
    <Table caption={t("Growth")}>
      <THead>
        <Th>{t(PERIOD_NAMES[period])}</Th>
        <Th numeric>{t(HEADS.added)}</Th>
        <Th numeric>{t("Unsubscribed")}</Th>
        <Th numeric>{t("Bounced")}</Th>
        <Th numeric>{t(HEADS.total)}</Th>
      </THead>
      <tbody>
        {[...periods].reverse().map((each) => (
          <GrowthRow key={each.first} name={periodName(each.first, period, t)} numbers={each} />
        ))}
        {hasEarlier && <GrowthRow name={t("Earlier, or not known when")} numbers={earlier} />}
      </tbody>
    </Table>
  );
}

function GrowthRow({ name, numbers }: { name: string; numbers: Growth["earlier"] }) {
  const t = useWords();
  return (
    <Tr>
      <Td head>{name}</Td>
      <Td numeric>{t.number(numbers.added)}</Td>
      <Td numeric>{t.number(numbers.unsubscribed)}</Td>
      <Td numeric>{t.number(numbers.bounced)}</Td>
      <Td numeric>{t.number(numbers.total)}</Td>
    </Tr>
  );
}
