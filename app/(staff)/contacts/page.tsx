import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { BrokenRules } from "#app/(staff)/profiles/broken-rules.tsx";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { Notice } from "#components/notice.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getWords, useWords } from "#components/words.ts";
import { readListFilters, ruleOf } from "#lib/contacts/list-filters.ts";
import { brokenRules } from "#lib/contacts/rule-faults.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { profileById, profileChoices } from "#lib/profiles/queries.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { addressWith, type ContactsAddress, type Query, readAddress } from "./contacts-address.ts";
import { FilterEditor } from "./filter-editor.tsx";
import { Filters } from "./filters.tsx";
import { MemberList } from "./member-list.tsx";
import { pendingFilter } from "./pending-filter.ts";
import { RepositoryList } from "./repository-list.tsx";
import { SearchBar } from "./search-bar.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("List Contacts") };
};

export default async function ListContactsPage({ searchParams }: PageProps<"/contacts">) {
  const person = await pagePerson("contacts.view");
  const t = await getWords();
  const query = await searchParams;
  const address = readAddress(query);
  const profiles = await profileChoices(person);
  const profile = address.profile === null ? null : await orNotFound(profileById(person, address.profile));
  return (
    <>
      <PageHeader
        title={t("List Contacts")}
        description={
          profile ? t("The contacts in {name}.", { name: profile.name }) : t("Every person in the repository, once.")
        }
        actions={<Actions person={person} profile={profile} />}
      />
      {query.erased && (
        <Notice tone="good" title={t("The person is erased")} live>
          {t("Nothing is left but a keyed hash, which keeps the address from coming back.")}
        </Notice>
      )}
      {profiles.length === 0 && !profile ? (
        <NoProfile />
      ) : (
        <>
          <SearchBar address={address} profiles={profiles} profile={profile} />
          {profile ? (
            <OfProfile person={person} profile={profile} address={address} query={query} />
          ) : (
            <RepositoryList person={person} address={{ ...address, filters: [] }} counted={query.count === "1"} />
          )}
        </>
      )}
    </>
  );
}

/** A filter that was just made becomes a part of the address; one that is being made, or is wrong, stays a form. */
async function OfProfile(props: { person: Person; profile: Profile; address: ContactsAddress; query: Query }) {
  const { person, profile, address, query } = props;
  const t = await getWords();
  const made = pendingFilter(profile, query, t);
  if (made && "ready" in made) redirect(addressWith(address, { filters: [...address.filters, made.ready] }));
  const filters = await readListFilters(profile, address.filters, t);
  const rule = ruleOf(filters);
  const faults = await brokenRules(profile);
  return (
    <>
      {faults.length > 0 && <BrokenRules profile={profile} faults={faults} mayEdit={may(person, "profiles.edit")} />}
      {made ? (
        <FilterEditor address={address} subject={made.subject} pending={made.pending} />
      ) : (
        <Filters profile={profile} address={address} filters={filters} />
      )}
      {rule && (
        <MemberList person={person} profile={profile} address={address} rule={rule} counted={query.count === "1"} />
      )}
    </>
  );
}

function Actions({ person, profile }: { person: Person; profile: Profile | null }) {
  const t = useWords();
  const into = profile && profile.type !== "virtual" ? `?profile=${profile.id}` : "";
  return (
    <>
      <ButtonLink href="/bulk" icon="logs" variant="quiet">
        {t("Bulk actions")}
      </ButtonLink>
      {may(person, "contacts.edit") && (
        <ButtonLink href={`/contacts/new${into}`} icon="contact-new">
          {t("New contact")}
        </ButtonLink>
      )}
      {may(person, "imports.run") && (
        <ButtonLink href={`/imports/new${into}`} icon="import">
          {t("Import contacts")}
        </ButtonLink>
      )}
    </>
  );
}

function NoProfile() {
  const t = useWords();
  return (
    <EmptyState
      icon="contacts"
      title={t("No contacts yet")}
      actions={
        <ButtonLink href="/profiles/new" variant="primary" icon="plus">
          {t("New Profile")}
        </ButtonLink>
      }
    >
      {t("Make a profile first, then import your contacts into it.")}
    </EmptyState>
  );
}
