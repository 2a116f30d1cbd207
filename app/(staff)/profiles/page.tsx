import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { Num } from "#components/number.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Pager } from "#components/pager.tsx";
import { SearchBox } from "#components/search-box.tsx";
import { Select } from "#components/select.tsx";
import { Stat, StatRow } from "#components/stat.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import { getWords, useWords } from "#components/words.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { listProfiles, repositoryTotals } from "#lib/profiles/queries.ts";
import { may } from "#lib/staff/permissions.ts";
import { countedLibrary } from "./counted-library.ts";
import { DoneNotice } from "./done-notice.tsx";
import { ProfileTable } from "./profile-table.tsx";
import { addressOf, type ProfilesAddress, readAddress } from "./profiles-address.ts";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("List Profiles") };
};

/** More than most teams have: as a rule one page holds all, in the order of counts that are exact. */
const PAGE = 500;

export default async function ListProfilesPage({ searchParams }: PageProps<"/profiles">) {
  const t = await getWords();
  const person = await pagePerson("profiles.view");
  const query = await searchParams;
  const address = readAddress(query);
  const [found, totals] = await Promise.all([
    listProfiles(person, { ...address, limit: PAGE + 1 }),
    repositoryTotals(person),
  ]);
  const profiles = found.slice(0, PAGE);
  const library = await countedLibrary(person, profiles, {
    toItsEnd: query.count === "1",
    byContacts: address.sort === "contacts",
  });
  const filtered =
    address.search !== "" || address.type !== undefined || address.archived || address.behind !== undefined;
  const add = may(person, "profiles.edit") && (
    <ButtonLink href="/profiles/new" variant="primary" icon="plus">
      {t("New Profile")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("List Profiles")}
        description={t("Every audience, and how many people are in it.")}
        actions={
          <>
            <ButtonLink href="/statistics" icon="chart">
              {t("Statistics of the repository")}
            </ButtonLink>
            {add}
          </>
        }
      />
      <DoneNotice query={query} />
      <Repository totals={totals} />
      {profiles.length === 0 && !filtered ? (
        <EmptyState icon="profiles" title={t("No profiles yet")} actions={add}>
          {t("A profile is an audience, such as Newsletter. Make one, then import your contacts into it.")}
        </EmptyState>
      ) : (
        <>
          <Filters address={address} />
          {profiles.length === 0 ? (
            <NoneFound archived={address.archived} />
          ) : (
            <>
              <ProfileTable library={library} address={address} person={person} />
              <Pages address={address} profiles={profiles} more={found.length > PAGE} />
            </>
          )}
        </>
      )}
    </>
  );
}

/** Nothing where one page holds all. */
function Pages({ address, profiles, more }: { address: ProfilesAddress; profiles: Profile[]; more: boolean }) {
  const t = useWords();
  if (!more && address.behind === undefined) return null;
  return (
    <Pager
      label={t("Profiles")}
      position={t("{count, plural, one {# profile} other {# profiles}}", { count: profiles.length })}
      previous={address.behind === undefined ? undefined : addressOf({ ...address, behind: undefined })}
      next={more ? addressOf({ ...address, behind: profiles.at(-1)?.id }) : undefined}
    />
  );
}

function Filters({ address }: { address: ProfilesAddress }) {
  const t = useWords();
  const { search, type, archived, sort } = address;
  return (
    <Toolbar
      key={addressOf(address)}
      label={t("Profiles")}
      action="/profiles"
      keep={{ sort: sort === "name" ? undefined : sort }}
    >
      <SearchBox name="search" label={t("Search by name")} defaultValue={search} />
      <Select name="type" aria-label={t("Type")} width="auto" defaultValue={type ?? ""}>
        <option value="">{t("Any type")}</option>
        <option value="regular">{t("Regular")}</option>
        <option value="mobile_only">{t("Mobile Only")}</option>
        <option value="virtual">{t("Virtual")}</option>
      </Select>
      <Select name="archived" aria-label={t("Archived or not")} width="auto" defaultValue={archived ? "yes" : ""}>
        <option value="">{t("In use")}</option>
        <option value="yes">{t("Archived")}</option>
      </Select>
    </Toolbar>
  );
}

function NoneFound({ archived }: { archived: boolean }) {
  const t = useWords();
  return (
    <EmptyState
      icon="search"
      title={archived ? t("No such profile is archived") : t("No profile matches")}
      actions={<ButtonLink href="/profiles">{t("Show all in use")}</ButtonLink>}
    >
      {t("Try a shorter part of the name, or another type.")}
    </EmptyState>
  );
}

function Repository({ totals }: { totals: Profile["counts"] }) {
  const t = useWords();
  const { contacts, active, bounced, unsubscribed } = totals;
  return (
    <StatRow label={t("The whole repository")}>
      <Stat label={t("Contacts")} value={<Num value={contacts} />} detail={t("unique people")} href="/contacts" />
      <Stat label={t("Active")} tone="good" value={<Num value={active} />} detail={t.share(active, contacts)} />
      <Stat label={t("Bounced")} tone="bad" value={<Num value={bounced} />} detail={t.share(bounced, contacts)} />
      <Stat
        label={t("Unsubscribed")}
        tone="warn"
        value={<Num value={unsubscribed} />}
        detail={t.share(unsubscribed, contacts)}
      />
    </StatRow>
  );
}
