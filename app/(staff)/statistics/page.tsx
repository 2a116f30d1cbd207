import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { may } from "#lib/staff/permissions.ts";
import { readStatisticsAddress } from "./statistics-address.ts";
import { StatisticsParts } from "./statistics-parts.tsx";

export const metadata: Metadata = { title: "Statistics of the repository" };

export default async function RepositoryStatisticsPage({ searchParams }: PageProps<"/statistics">) {
  const person = await pagePerson("profiles.view");
  const address = readStatisticsAddress("/statistics", await searchParams);
  return (
    <>
      <PageHeader
        title="Statistics of the repository"
        description="Everybody, each person once, whatever profiles they are in."
        crumbs={[{ href: "/profiles", label: "Profiles" }]}
        actions={
          may(person, "export") && (
            <ButtonLink href="/statistics/numbers.csv" icon="download" download>
              Export the numbers
            </ButtonLink>
          )
        }
      />
      <StatisticsParts person={person} subject={null} address={address} />
    </>
  );
}
