import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { formatShare } from "#components/format.ts";
import { Num } from "#components/number.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { SearchBox } from "#components/search-box.tsx";
import { Select } from "#components/select.tsx";
import { Stat, StatRow } from "#components/stat.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import type { Profile } from "#lib/profiles/profile.ts";
import { listProfiles, repositoryTotals } from "#lib/profiles/queries.ts";
import { may } from "#lib/staff/permissions.ts";
import { countedLibrary } from "./counted-library.ts";
import { DoneNotice } from "./done-notice.tsx";
import { ProfileTable } from "./profile-table.tsx";
import { addressOf, type ProfilesAddress, readAddress } from "./profiles-address.ts";

export const metadata: Metadata = { title: "List Profiles" };

export default async function ListProfilesPage({ searchParams }: PageProps<"/profiles">) {
  const person = await pagePerson("profiles.view");
  const query = await searchParams;
  const address = readAddress(query);
  const [profiles, totals] = await Promise.all([listProfiles(person, address), repositoryTotals(person)]);
  const library = await countedLibrary(person, profiles, query.count === "1");
  const filtered = address.search !== "" || address.type !== undefined || address.archived;
  const add = may(person, "profiles.edit") && (
    <ButtonLink href="/profiles/new" variant="primary" icon="plus">
      New Profile
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="List Profiles"
        description="Every audience, and how many people are in it."
        actions={
          <>
            <ButtonLink href="/statistics" icon="chart">
              Statistics of the repository
            </ButtonLink>
            {add}
          </>
        }
      />
      <DoneNotice query={query} />
      <Repository totals={totals} />
      {profiles.length === 0 && !filtered ? (
        <EmptyState icon="profiles" title="No profiles yet" actions={add}>
          A profile is an audience, such as Newsletter. Make one, then import your contacts into it.
        </EmptyState>
      ) : (
        <>
          <Filters address={address} />
          {profiles.length === 0 ? (
            <NoneFound archived={address.archived} />
          ) : (
            <ProfileTable library={library} address={address} person={person} />
          )}
        </>
      )}
    </>
  );
}

function Filters({ address }: { address: ProfilesAddress }) {
  const { search, type, archived, sort } = address;
  return (
    <Toolbar
      key={addressOf(address)}
      label="Profiles"
      action="/profiles"
      keep={{ sort: sort === "name" ? undefined : sort }}
    >
      <SearchBox name="search" label="Search by name" defaultValue={search} />
      <Select name="type" aria-label="Type" width="auto" defaultValue={type ?? ""}>
        <option value="">Any type</option>
        <option value="regular">Regular</option>
        <option value="mobile_only">Mobile Only</option>
        <option value="virtual">Virtual</option>
      </Select>
      <Select name="archived" aria-label="Archived or not" width="auto" defaultValue={archived ? "yes" : ""}>
        <option value="">In use</option>
        <option value="yes">Archived</option>
      </Select>
    </Toolbar>
  );
}

function NoneFound({ archived }: { archived: boolean }) {
  return (
    <EmptyState
      icon="search"
      title={archived ? "No such profile is archived" : "No profile matches"}
      actions={<ButtonLink href="/profiles">Show all in use</ButtonLink>}
    >
      Try a shorter part of the name, or another type.
    </EmptyState>
  );
}

function Repository({ totals }: { totals: Profile["counts"] }) {
  const { contacts, active, bounced, unsubscribed } = totals;
  return (
    <StatRow label="The whole repository">
      <Stat label="Contacts" value={<Num value={contacts} />} detail="unique people" href="/contacts" />
      <Stat label="Active" tone="good" value={<Num value={active} />} detail={formatShare(active, contacts)} />
      <Stat label="Bounced" tone="bad" value={<Num value={bounced} />} detail={formatShare(bounced, contacts)} />
      <Stat
        label="Unsubscribed"
        tone="warn"
        value={<Num value={unsubscribed} />}
        detail={formatShare(unsubscribed, contacts)}
      />
    </StatRow>
  );
}
