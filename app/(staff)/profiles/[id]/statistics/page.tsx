import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { ProfileTypeBadge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { brokenRules } from "#lib/contacts/rule-faults.ts";
import { profileById } from "#lib/profiles/queries.ts";
import { may } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";
import { readStatisticsAddress } from "../../../statistics/statistics-address.ts";
import { StatisticsParts } from "../../../statistics/statistics-parts.tsx";
import { BrokenRules } from "../../broken-rules.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Statistics") };
};

export default async function ProfileStatisticsPage({ params, searchParams }: PageProps<"/profiles/[id]/statistics">) {
  const t = await getWords();
  const person = await pagePerson("profiles.view");
  const profile = await orNotFound(profileById(person, idOf((await params).id)));
  const { id, name, type } = profile;
  const faults = await brokenRules(profile);
  const address = readStatisticsAddress(`/profiles/${id}/statistics`, await searchParams);
  return (
    <>
      <PageHeader
        title={t("Statistics")}
        badge={<ProfileTypeBadge type={type} withName />}
        crumbs={[
          { href: "/profiles", label: t("Profiles") },
          { href: `/profiles/${id}`, label: name },
        ]}
        actions={
          may(person, "export") &&
          faults.length === 0 && (
            <ButtonLink href={`/profiles/${id}/statistics/numbers.csv`} icon="download" download>
              {t("Export the numbers")}
            </ButtonLink>
          )
        }
      />
      {faults.length > 0 ? (
        <BrokenRules profile={profile} faults={faults} mayEdit={may(person, "profiles.edit")} />
      ) : (
        <StatisticsParts person={person} subject={profile} address={address} />
      )}
    </>
  );
}
