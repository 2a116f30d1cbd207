import type { Metadata } from "next";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Badge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { When } from "#components/date-time.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { getWords, useWords } from "#components/words.ts";
import { type ComparedVersion, comparedVersions } from "#lib/virtual/compared-versions.ts";
import { rulesAddress, versionsAddress } from "../../../rules-address.ts";
import { SubPageHeader } from "../../../sub-page.tsx";
import { virtualProfile } from "../virtual-profile.ts";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Versions of the rules") };
};

export default async function VersionsPage({ params }: PageProps<"/profiles/[id]/rules/versions">) {
  const t = await getWords();
  const { person, profile } = await virtualProfile(params);
  const versions = await comparedVersions(person, profile);
  return (
    <>
      <SubPageHeader
        profile={profile}
        title={t("Versions of the rules")}
        description={t(
          "What the rules were before, and what each of them would change today against the present ones.",
        )}
        crumbs={[{ href: rulesAddress(profile.id), label: t("Rules") }]}
      />
      {versions.length === 0 ? (
        <EmptyState
          icon="clock"
          title={t("No versions yet")}
          actions={<ButtonLink href={rulesAddress(profile.id)}>{t("Edit the rules")}</ButtonLink>}
        >
          {t("Each time the rules are saved, the earlier ones are kept here.")}
        </EmptyState>
      ) : (
        <Table caption={t("Versions of the rules")} stack>
          <THead>
            <Th>{t("Saved")}</Th>
            <Th>{t("By")}</Th>
            <Th>{t("Rules")}</Th>
            <Th>{t("Today")}</Th>
            <Th hideLabel>{t("Actions")}</Th>
          </THead>
          <tbody>
            {versions.map((version, at) => (
              <Tr key={version.id}>
                <Td head>
                  <When value={version.createdAt} timeZone={environmentTimeZone()} />
                </Td>
                <Td label={t("By")}>{version.by ?? t("A program")}</Td>
                <Td label={t("Rules")} wrap>
                  {t.words(version.words)}
                </Td>
                <Td label={t("Today")}>
                  {at === 0 ? <Badge tone="good">{t("Present")}</Badge> : <Today version={version} />}
                </Td>
                <Td>
                  {at > 0 && version.wrong === null && (
                    <ButtonLink href={`${versionsAddress(profile.id)}/${version.id}`} size="sm">
                      {t("Compare and bring back")}
                    </ButtonLink>
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}

function Today({ version: { change, wrong } }: { version: ComparedVersion }) {
  const t = useWords();
  if (change === null) return <span className="text-muted">{wrong ? t.words(wrong) : t("Not compared")}</span>;
  if (change.gained === 0 && change.lost === 0) return <span className="text-muted">{t("the same contacts")}</span>;
  return (
    <span className="tabular-nums">
      +{t.number(change.gained)} / −{t.number(change.lost)}
    </span>
  );
}
