import type { ReactNode } from "react";
import { Card, CardGrid } from "#components/card.tsx";
import { BarList } from "#components/charts/bar-list.tsx";
import { Chart } from "#components/charts/chart.tsx";
import { formatNumber, formatShare } from "#components/format.ts";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import type { BuiltOn } from "#lib/statistics/built-on.ts";
import type { Domains } from "#lib/statistics/domains.ts";
import { NumbersTable } from "./numbers-table.tsx";
import { builtOnTitle, domainTitle } from "./titles.ts";

const BARS = 8;

/** Where their addresses are, and the Virtual Profiles over them. */
export function DomainCards({
  domains,
  built,
  contacts,
}: {
  domains: Domains | null;
  built: readonly BuiltOn[];
  contacts: number;
}) {
  const cards: ReactNode[] = [
    domains && domains.top.length > 0 && <DomainCard key="domains" domains={domains} />,
    built.length > 0 && <BuiltOnCard key="built" built={built} contacts={contacts} />,
  ].filter(Boolean);
  return cards.length === 0 ? null : <CardGrid>{cards}</CardGrid>;
}

function DomainCard({ domains }: { domains: Domains }) {
  const { emails, top, sample } = domains;
  const rows = top.map(({ domain, count }) => ({ name: domain, count }));
  const others = emails - rows.reduce((sum, { count }) => sum + count, 0);
  const all = others > 0 ? [...rows, { name: "All others", count: others }] : rows;
  return (
    <Card title="Email domains">
      <Chart
        title={domainTitle(domains)}
        note={sample === null ? undefined : `About: from a sample of ${formatNumber(sample)} addresses, read now.`}
        tableName="The numbers by domain"
        table={<NumbersTable caption="Email domains" head="Domain" countHead="Addresses" of={emails} rows={all} />}
      >
        <BarList
          name="Addresses by domain"
          bars={rows.slice(0, BARS).map(({ name, count }) => ({
            label: name,
            value: count,
            shown: `${formatNumber(count)} · ${formatShare(count, emails)}`,
          }))}
        />
      </Chart>
    </Card>
  );
}

function BuiltOnCard({ built, contacts }: { built: readonly BuiltOn[]; contacts: number }) {
  return (
    <Card title="Virtual Profiles built on it">
      <Chart
        title={builtOnTitle(built, contacts)}
        tableName="The numbers by Virtual Profile"
        table={<BuiltOnTable built={built} contacts={contacts} />}
      >
        <BarList
          name="Contacts by Virtual Profile"
          bars={built.slice(0, BARS).map(({ name, count }) => ({
            label: name,
            value: count ?? 0,
            shown: sizeOf(count, contacts),
          }))}
        />
      </Chart>
    </Card>
  );
}

const sizeOf = (count: number | null, contacts: number): string =>
  count === null ? "Cannot be counted" : `${formatNumber(count)} · ${formatShare(count, contacts)}`;

function BuiltOnTable({ built, contacts }: { built: readonly BuiltOn[]; contacts: number }) {
  return (
    <Table caption="Virtual Profiles">
      <THead>
        <Th>Virtual Profile</Th>
        <Th numeric>Contacts</Th>
      </THead>
      <tbody>
        {built.map(({ id, name, count }) => (
          <Tr key={id}>
            <Td head>
              <TextLink href={`/profiles/${id}/statistics`}>{name}</TextLink>
            </Td>
            <Td numeric>{sizeOf(count, contacts)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
