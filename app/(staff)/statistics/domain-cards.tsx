import type { ReactNode } from "react";
import { Card, CardGrid } from "#components/card.tsx";
import { BarList } from "#components/charts/bar-list.tsx";
import { Chart } from "#components/charts/chart.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { BuiltOn } from "#lib/statistics/built-on.ts";
import type { Domains } from "#lib/statistics/domains.ts";
import { countAndShare } from "./count-and-share.ts";
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
  const t = useWords();
  const { emails, top, sample } = domains;
  const rows = top.map(({ domain, count }) => ({ name: domain, count }));
  const others = emails - rows.reduce((sum, { count }) => sum + count, 0);
  const all = others > 0 ? [...rows, { name: t("All others"), count: others }] : rows;
  return (
    <Card title={t("Email domains")}>
      <Chart
        title={domainTitle(domains, t)}
        note={
          sample === null
            ? undefined
            : t("About: from a sample of {count, plural, one {# address} other {# addresses}}, read now.", {
                count: sample,
              })
        }
        tableName={t("The numbers by domain")}
        table={
          <NumbersTable
            caption={t("Email domains")}
            head={t("Domain")}
            countHead={t("Addresses")}
            of={emails}
            rows={all}
          />
        }
      >
        <BarList
          name={t("Addresses by domain")}
          bars={rows.slice(0, BARS).map(({ name, count }) => ({
            label: name,
            value: count,
            shown: countAndShare(count, emails, t),
          }))}
        />
      </Chart>
    </Card>
  );
}

function BuiltOnCard({ built, contacts }: { built: readonly BuiltOn[]; contacts: number }) {
  const t = useWords();
  return (
    <Card title={t("Virtual Profiles built on it")}>
      <Chart
        title={builtOnTitle(built, contacts, t)}
        tableName={t("The numbers by Virtual Profile")}
        table={<BuiltOnTable built={built} contacts={contacts} />}
      >
        <BarList
          name={t("Contacts by Virtual Profile")}
          bars={built.slice(0, BARS).map(({ name, count }) => ({
            label: name,
            value: count ?? 0,
            shown: sizeOf(count, contacts, t),
          }))}
        />
      </Chart>
    </Card>
  );
}

const sizeOf = (count: number | null, contacts: number, t: Translator): string =>
  count === null ? t("Cannot be counted") : countAndShare(count, contacts, t);

function BuiltOnTable({ built, contacts }: { built: readonly BuiltOn[]; contacts: number }) {
  const t = useWords();
  return (
    <Table caption={t("Virtual Profiles")}>
      <THead>
        <Th>{t("Virtual Profile")}</Th>
        <Th numeric>{t("Contacts")}</Th>
      </THead>
      <tbody>
        {built.map(({ id, name, count }) => (
          <Tr key={id}>
            <Td head>
              <TextLink href={`/profiles/${id}/statistics`}>{name}</TextLink>
            </Td>
            <Td numeric>{sizeOf(count, contacts, t)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
