import Link from "next/link";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ProfileTypeBadge } from "#components/badge.tsx";
import { When } from "#components/date-time.tsx";
import { Num } from "#components/number.tsx";
import { type Sort, Table, Td, THead, Th, Tr } from "#components/table.tsx";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { ProfileMenu } from "./profile-menu.tsx";
import { addressOf, type ProfilesAddress } from "./profiles-address.ts";

/** The library of profiles: one row each, its counts, and what can be done with it. */
export function ProfileTable({
  profiles,
  address,
  person,
}: {
  profiles: Profile[];
  address: ProfilesAddress;
  person: Person;
}) {
  return (
    <Table caption="Profiles" stack>
      <THead>
        <Th sort={sortBy(address, "name", "ascending")}>Name</Th>
        <Th numeric sort={sortBy(address, "contacts", "descending")}>
          Contacts
        </Th>
        <Th numeric>Active</Th>
        <Th numeric>Bounced</Th>
        <Th numeric>Unsubscribed</Th>
        <Th sort={sortBy(address, "created", "descending")}>Created</Th>
        <Th>Last import</Th>
        <Th hideLabel>Actions</Th>
      </THead>
      <tbody>
        {profiles.map((profile) => (
          <Row key={profile.id} profile={profile} person={person} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ profile, person }: { profile: Profile; person: Person }) {
  const { id, name, type, counts, createdAt, lastImportAt } = profile;
  const timeZone = environmentTimeZone();
  return (
    <Tr>
      <Td head>
        <span className="inline-flex items-center gap-2.5">
          <ProfileTypeBadge type={type} />
          <Link href={`/profiles/${id}`} prefetch={false} className="hover:underline">
            {name}
          </Link>
        </span>
      </Td>
      <Td numeric label="Contacts">
        <Num value={counts.contacts} />
      </Td>
      <Td numeric label="Active">
        <Num value={counts.active} />
      </Td>
      <Td numeric label="Bounced">
        <Num value={counts.bounced} />
      </Td>
      <Td numeric label="Unsubscribed">
        <Num value={counts.unsubscribed} />
      </Td>
      <Td label="Created">
        <When value={createdAt} timeZone={timeZone} style="date" />
      </Td>
      <Td label="Last import">
        <When value={lastImportAt} timeZone={timeZone} />
      </Td>
      <Td>
        <ProfileMenu profile={profile} person={person} inList />
      </Td>
    </Tr>
  );
}

function sortBy(address: ProfilesAddress, sort: ProfilesAddress["sort"], direction: Sort["direction"]): Sort {
  return { href: addressOf({ ...address, sort }), direction: address.sort === sort ? direction : undefined };
}
