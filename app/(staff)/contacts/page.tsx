import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { Notice } from "#components/notice.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { SearchBox } from "#components/search-box.tsx";
import { Select } from "#components/select.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import { listProfiles, profileById } from "#lib/profiles/queries.ts";
import { may } from "#lib/staff/permissions.ts";
import { type ContactsAddress, readAddress } from "./contacts-address.ts";
import { MemberList } from "./member-list.tsx";
import { RepositoryList } from "./repository-list.tsx";

export const metadata: Metadata = { title: "List Contacts" };

export default async function ListContactsPage({ searchParams }: PageProps<"/contacts">) {
  const person = await pagePerson("contacts.view");
  const query = await searchParams;
  const address = readAddress(query);
  const profiles = await listProfiles(person);
  const profile = address.profile === null ? null : await orNotFound(profileById(person, address.profile));
  return (
    <>
      <PageHeader
        title="List Contacts"
        description={profile ? `The contacts in ${profile.name}.` : "Every person in the repository, once."}
        actions={
          <>
            {may(person, "contacts.edit") && (
              <ButtonLink href={`/contacts/new${profile ? `?profile=${profile.id}` : ""}`} icon="contact-new">
                New contact
              </ButtonLink>
            )}
            {may(person, "imports.run") && (
              <ButtonLink href={`/imports/new${profile ? `?profile=${profile.id}` : ""}`} icon="import">
                Import contacts
              </ButtonLink>
            )}
          </>
        }
      />
      {query.erased && (
        <Notice tone="good" title="The person is erased" live>
          Nothing is left but a keyed hash, which keeps the address from coming back.
        </Notice>
      )}
      <Filters address={address} profiles={profiles} />
      {profiles.length === 0 ? (
        <EmptyState
          icon="contacts"
          title="No contacts yet"
          actions={
            <ButtonLink href="/profiles/new" variant="primary" icon="plus">
              New Profile
            </ButtonLink>
          }
        >
          Make a profile first, then import your contacts into it.
        </EmptyState>
      ) : profile ? (
        <MemberList person={person} profile={profile} address={address} />
      ) : (
        <RepositoryList person={person} address={address} />
      )}
    </>
  );
}

function Filters({ address, profiles }: { address: ContactsAddress; profiles: { id: number; name: string }[] }) {
  const { sort, descending } = address;
  return (
    <Toolbar
      key={JSON.stringify(address)}
      label="Contacts"
      action="/contacts"
      keep={{ sort: sort === "key" ? undefined : String(sort), order: descending ? "descending" : undefined }}
    >
      <Select name="profile" aria-label="Profile" width="auto" defaultValue={address.profile ?? ""}>
        <option value="">The whole repository</option>
        {profiles.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select name="status" aria-label="Status" width="auto" defaultValue={address.status ?? ""}>
        <option value="">Any status</option>
        <option value="active">Active</option>
        <option value="unsubscribed">Unsubscribed</option>
        <option value="bounced">Bounced</option>
      </Select>
      <SearchBox name="search" label="Part of an email or mobile" defaultValue={address.search} />
    </Toolbar>
  );
}
