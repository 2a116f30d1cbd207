import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { formatShare } from "#components/format.ts";
import { Num } from "#components/number.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { SearchBox } from "#components/search-box.tsx";
import { Stat, StatRow } from "#components/stat.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import type { Profile } from "#lib/profiles/profile.ts";
import { listProfiles, repositoryTotals } from "#lib/profiles/queries.ts";
import { may } from "#lib/staff/permissions.ts";
import { type ProfileOrder, ProfileTable } from "./profile-table.tsx";

export const metadata: Metadata = { title: "List Profiles" };

export default async function ListProfilesPage({ searchParams }: PageProps<"/profiles">) {
  const person = await pagePerson("profiles.view");
  const { search, sort } = addressOf(await searchParams);
  const [profiles, totals] = await Promise.all([listProfiles(person, { search, sort }), repositoryTotals(person)]);
  const mayEdit = may(person, "profiles.edit");
  const add = mayEdit && (
    <ButtonLink href="/profiles/new" variant="primary" icon="plus">
      New Profile
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title="List Profiles" description="Every audience, and how many people are in it." actions={add} />
      <Repository totals={totals} />
      {profiles.length === 0 && search === "" ? (
        <EmptyState icon="profiles" title="No profiles yet" actions={add}>
          A profile is an audience, such as Newsletter. Make one, then import your contacts into it.
        </EmptyState>
      ) : (
        <>
          <Toolbar label="Profiles" action="/profiles" keep={{ sort: sort === "name" ? undefined : sort }}>
            <SearchBox name="search" label="Search by name" defaultValue={search} />
          </Toolbar>
          {profiles.length === 0 ? (
            <EmptyState
              icon="search"
              title="No profile has that name"
              actions={<ButtonLink href="/profiles">Show all</ButtonLink>}
            >
              Try a shorter part of it.
            </EmptyState>
          ) : (
            <ProfileTable
              profiles={profiles}
              order={{ search, sort }}
              mayEdit={mayEdit}
              mayImport={may(person, "imports.run")}
            />
          )}
        </>
      )}
    </>
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

/** What the address asks for; anything that it cannot mean is the default. */
function addressOf({ search, sort }: Record<string, string | string[] | undefined>): ProfileOrder {
  return {
    search: typeof search === "string" ? search.slice(0, 100).trim() : "",
    sort: sort === "contacts" || sort === "created" ? sort : "name",
  };
}
