import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Card, CardGrid } from "#components/card.tsx";
import { BarList } from "#components/charts/bar-list.tsx";
import { Chart } from "#components/charts/chart.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { Arrivals } from "#lib/statistics/arrivals.ts";
import { byImport, byOrigin, type ImportCount } from "#lib/statistics/sources.ts";
import { nameOf } from "../imports/words.ts";
import { countAndShare } from "./count-and-share.ts";
import { NumbersTable } from "./numbers-table.tsx";
import { sourceName } from "./source-names.ts";
import { importTitle, originTitle } from "./titles.ts";

/** Imports beyond these are one bar. */
const BARS = 6;

/** By what way and with which import they came. */
export function SourceCards({ arrivals }: { arrivals: Arrivals }) {
  const t = useWords();
  const { contacts } = arrivals;
  const origins = byOrigin(arrivals).map(({ origin, count }) => ({ name: sourceName(origin, t), count }));
  const imports = byImport(arrivals);
  if (contacts === 0) return null;
  return (
    <CardGrid>
      <Card title={t("By origin")}>
        <Chart
          title={originTitle(arrivals, t)}
          tableName={t("The numbers by origin")}
          table={<NumbersTable caption={t("By origin")} head={t("Origin")} of={contacts} rows={origins} />}
        >
          <BarList
            name={t("Contacts by origin")}
            bars={origins.map(({ name, count }) => ({
              label: name,
              value: count,
              shown: countAndShare(count, contacts, t),
            }))}
          />
        </Chart>
      </Card>
      <Card title={t("By import")}>
        <Chart
          title={importTitle(arrivals, t)}
          note={t("Those who are still here, by the import that added them.")}
          tableName={t("The numbers by import")}
          table={<ImportTable imports={imports} contacts={contacts} />}
        >
          {imports.length > 0 && <BarList name={t("Contacts by import")} bars={barsOf(imports, contacts, t)} />}
        </Chart>
      </Card>
    </CardGrid>
  );
}

function barsOf(imports: ImportCount[], contacts: number, t: Translator) {
  const rest = imports.slice(BARS).reduce((sum, { count }) => sum + count, 0);
  return [
    ...imports.slice(0, BARS).map((each) => ({
      label: importName(each, t),
      value: each.count,
      shown: countAndShare(each.count, contacts, t),
    })),
    ...(rest > 0
      ? [
          {
            label: t("{count, plural, one {# other} other {# others}}", { count: imports.length - BARS }),
            value: rest,
            shown: countAndShare(rest, contacts, t),
            muted: true,
          },
        ]
      : []),
  ];
}

/** With its day: one name may serve many imports. */
function importName({ import: found }: ImportCount, t: Translator): string {
  if (!found) return t("An import that has no log any more");
  return `${nameOf(found, t)}, ${t.dateTime(found.createdAt, environmentTimeZone(), "date")}`;
}

function ImportTable({ imports, contacts }: { imports: ImportCount[]; contacts: number }) {
  const t = useWords();
  return (
    <Table caption={t("By import")}>
      <THead>
        <Th>{t("Import")}</Th>
        <Th numeric>{t("Contacts")}</Th>
        <Th numeric>{t("Share")}</Th>
      </THead>
      <tbody>
        {imports.slice(0, MOST_ROWS).map((each, at) => (
          <Tr key={each.import?.id ?? `gone ${at}`}>
            <Td head>
              {each.import ? (
                <TextLink href={`/imports/${each.import.id}`}>{importName(each, t)}</TextLink>
              ) : (
                importName(each, t)
              )}
            </Td>
            <Td numeric>{t.number(each.count)}</Td>
            <Td numeric>{t.share(each.count, contacts)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The file of the numbers has them all. */
const MOST_ROWS = 200;
