import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ButtonLink } from "#components/button.tsx";
import { When } from "#components/date-time.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { getWords, useWords } from "#components/words.ts";
import { listProfiles } from "#lib/profiles/queries.ts";
import { may } from "#lib/staff/permissions.ts";
import { type ListedVirtual, listVirtual } from "#lib/virtual/list-virtual.ts";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Virtual Profile") };
};

export default async function VirtualProfilePage() {
  const t = await getWords();
  const person = await pagePerson("profiles.view");
  const [virtual, all] = await Promise.all([listVirtual(person), listProfiles(person, { limit: 2 })]);
  const edits = may(person, "profiles.edit");
  const make = edits && (
    <ButtonLink href="/virtual/new" variant="primary" icon="plus">
      {t("New Virtual Profile")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("Virtual Profile")}
        description={t("Rules over another profile, always up to date.")}
        actions={virtual.length > 0 && make}
      />
      {virtual.length > 0 && <Virtual profiles={virtual} />}
      {virtual.length === 0 && all.length > 0 && (
        <EmptyState icon="profile-virtual" title={t("No virtual profile yet")} actions={make}>
          {t(
            "Say who you mean, such as everybody in Lima who bought in the last 30 days. Whoever fits the rules is in, at every moment.",
          )}
        </EmptyState>
      )}
      {all.length === 0 && (
        <EmptyState
          icon="profile-virtual"
          title={t("First a profile with contacts")}
          actions={edits && <ButtonLink href="/profiles/new">{t("New Profile")}</ButtonLink>}
        >
          {t("The rules of a virtual profile are over a Regular or Mobile Only one. There is none yet.")}
        </EmptyState>
      )}
    </>
  );
}

function Virtual({ profiles }: { profiles: readonly ListedVirtual[] }) {
  const t = useWords();
  const timeZone = environmentTimeZone();
  return (
    <Table caption={t("Virtual profiles")} stack>
      <THead>
        <Th>{t("Name")}</Th>
        <Th>{t("Over")}</Th>
        <Th>{t("Rules")}</Th>
        <Th>{t("Created")}</Th>
      </THead>
      <tbody>
        {profiles.map(({ id, name, source, words, createdAt }) => (
          <Tr key={id}>
            <Td head>
              <TextLink href={`/profiles/${id}`} plain>
                {name}
              </TextLink>
            </Td>
            <Td label={t("Over")}>
              <TextLink href={`/profiles/${source.id}`} plain>
                {source.name}
              </TextLink>
            </Td>
            <Td label={t("Rules")} wrap>
              {words ? t.words(words) : t("The rules cannot be read.")}
            </Td>
            <Td label={t("Created")}>
              <When value={createdAt} timeZone={timeZone} style="date" />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
