import Link from "next/link";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ProfileTypeBadge } from "#components/badge.tsx";
import { When } from "#components/date-time.tsx";
import { Menu, MenuLink } from "#components/menu.tsx";
import { Num } from "#components/number.tsx";
import { type Sort, Table, Td, THead, Th, Tr } from "#components/table.tsx";
import type { Profile } from "#lib/profiles/profile.ts";

export type ProfileOrder = { search: string; sort: "name" | "contacts" | "created" };

/** The library of profiles: one row each, its counts, and what can be done with it. */
export function ProfileTable({
  profiles,
  order,
  mayEdit,
  mayImport,
}: {
  profiles: Profile[];
  order: ProfileOrder;
  mayEdit: boolean;
  mayImport: boolean;
}) {
  return (
    <Table caption="Profiles" stack>
      <THead>
        <Th sort={sortBy(order, "name", "ascending")}>Name</Th>
        <Th numeric sort={sortBy(order, "contacts", "descending")}>
          Contacts
        </Th>
        <Th numeric>Active</Th>
        <Th numeric>Bounced</Th>
        <Th numeric>Unsubscribed</Th>
        <Th sort={sortBy(order, "created", "descending")}>Created</Th>
        <Th>Last import</Th>
        <Th hideLabel>Actions</Th>
      </THead>
      <tbody>
        {profiles.map((profile) => (
          <Row key={profile.id} profile={profile} mayEdit={mayEdit} mayImport={mayImport} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ profile, mayEdit, mayImport }: { profile: Profile; mayEdit: boolean; mayImport: boolean }) {
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
        <Menu label={`Actions for ${name}`}>
          <MenuLink href={`/profiles/${id}`} icon="profiles">
            Open
          </MenuLink>
          <MenuLink href={`/contacts?profile=${id}`} icon="contacts">
            List its contacts
          </MenuLink>
          {mayImport && type !== "virtual" && (
            <MenuLink href={`/imports/new?profile=${id}`} icon="import">
              Import into it
            </MenuLink>
          )}
          {mayEdit && (
            <MenuLink href={`/logs?profile=${id}`} icon="logs">
              Its imports
            </MenuLink>
          )}
        </Menu>
      </Td>
    </Tr>
  );
}

function sortBy({ search, sort }: ProfileOrder, column: ProfileOrder["sort"], direction: Sort["direction"]): Sort {
  const query = new URLSearchParams({ ...(search ? { search } : {}), ...(column === "name" ? {} : { sort: column }) });
  return { href: `/profiles?${query}`, direction: sort === column ? direction : undefined };
}
