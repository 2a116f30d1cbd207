import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { StatusBadge } from "#components/badge.tsx";
import { When } from "#components/date-time.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { Pager } from "#components/pager.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { listContacts } from "#lib/contacts/list-contacts.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { seal, unseal } from "#lib/staff/seal.ts";
import { addressWith, type ContactsAddress } from "./contacts-address.ts";

const PAGE = 50;
const PURPOSE = "page of the repository";

/** Everybody, whatever profiles they are in, a page at a time. */
export async function RepositoryList({ person, address }: { person: Person; address: ContactsAddress }) {
  const { search, status } = address;
  const cursor = address.after === null ? undefined : await unseal(address.after, PURPOSE);
  const after = typeof cursor === "string" ? cursor : undefined;
  const { items, next } = await listContacts(person, { search, status, after, limit: PAGE });
  if (items.length === 0) {
    return (
      <EmptyState icon="search" title="Nobody matches">
        {search || status
          ? "Try a shorter part of the address, or another status."
          : "Import contacts into a profile: they appear here too."}
      </EmptyState>
    );
  }
  const timeZone = environmentTimeZone();
  return (
    <>
      <Table caption="Contacts of the repository">
        <THead>
          <Th>Email or mobile</Th>
          <Th>Status</Th>
          <Th>First seen</Th>
        </THead>
        <tbody>
          {items.map((contact) => (
            <Tr key={contact.id}>
              <Td head cut>
                <TextLink plain href={`/contacts/${contact.id}`}>
                  {contact.key}
                </TextLink>
              </Td>
              <Td>
                <StatusBadge status={contact.status} />
              </Td>
              <Td>
                <When value={contact.createdAt} timeZone={timeZone} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <Pager
        label="Contacts"
        position={`${items.length} on this page`}
        previous={address.after === null ? undefined : addressWith(address, {})}
        next={next === null ? undefined : addressWith(address, { after: await seal(next, PURPOSE) })}
      />
    </>
  );
}
