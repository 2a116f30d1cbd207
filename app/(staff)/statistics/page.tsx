import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { may } from "#lib/staff/permissions.ts";
import { readStatisticsAddress } from "./statistics-address.ts";
import { StatisticsParts } from "./statistics-parts.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getWords())("Statistics of the repository"),
});

export default async function RepositoryStatisticsPage({ searchParams }: PageProps<"/statistics">) {
  const person = await pagePerson("profiles.view");
  const t = await getWords();
  const address = readStatisticsAddress("/statistics", await searchParams);
  return (
    <>
      <PageHeader
        title={t("Statistics of the repository")}
        description={t("Everybody, each person once, whatever profiles they are in.")}
        crumbs={[{ href: "/profiles", label: t("Profiles") }]}
        actions={
          may(person, "export") && (
            <ButtonLink href="/statistics/numbers.csv" icon="download" download>
              {t("Export the numbers")}
            </ButtonLink>
          )
        }
      />
      <StatisticsParts person={person} subject={null} address={address} />
    </>
  );
}
