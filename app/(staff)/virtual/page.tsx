import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ButtonLink } from "#components/button.tsx";
import { When } from "#components/date-time.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { listProfiles } from "#lib/profiles/queries.ts";
import { may } from "#lib/staff/permissions.ts";
import { type ListedVirtual, listVirtual } from "#lib/virtual/list-virtual.ts";

export const metadata: Metadata = { title: "Virtual Profile" };

export default async function VirtualProfilePage() {
  const person = await pagePerson("profiles.view");
  const [virtual, all] = await Promise.all([listVirtual(person), listProfiles(person, { limit: 2 })]);
  const edits = may(person, "profiles.edit");
  const make = edits && (
    <ButtonLink href="/virtual/new" variant="primary" icon="plus">
      New Virtual Profile
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Virtual Profile"
        description="Rules over another profile, always up to date."
        actions={virtual.length > 0 && make}
      />
      {virtual.length > 0 && <Virtual profiles={virtual} />}
      {virtual.length === 0 && all.length > 0 && (
        <EmptyState icon="profile-virtual" title="No virtual profile yet" actions={make}>
          Say who you mean, such as everybody in Lima who bought in the last 30 days. Whoever fits the rules is in, at
          every moment.
        </EmptyState>
      )}
      {all.length === 0 && (
        <EmptyState
          icon="profile-virtual"
          title="First a profile with contacts"
          actions={edits && <ButtonLink href="/profiles/new">New Profile</ButtonLink>}
        >
          The rules of a virtual profile are over a Regular or Mobile Only one. There is none yet.
        </EmptyState>
      )}
    </>
  );
}

function Virtual({ profiles }: { profiles: readonly ListedVirtual[] }) {
  const timeZone = environmentTimeZone();
  return (
    <Table caption="Virtual profiles" stack>
      <THead>
        <Th>Name</Th>
        <Th>Over</Th>
        <Th>Rules</Th>
        <Th>Created</Th>
      </THead>
      <tbody>
        {profiles.map(({ id, name, source, words, createdAt }) => (
          <Tr key={id}>
            <Td head>
              <TextLink href={`/profiles/${id}`} plain>
                {name}
              </TextLink>
            </Td>
            <Td label="Over">
              <TextLink href={`/profiles/${source.id}`} plain>
                {source.name}
              </TextLink>
            </Td>
            <Td label="Rules" wrap>
              {words ?? "The rules cannot be read."}
            </Td>
            <Td label="Created">
              <When value={createdAt} timeZone={timeZone} style="date" />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
