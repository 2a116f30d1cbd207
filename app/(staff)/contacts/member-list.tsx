import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { StatusBadge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { When } from "#components/date-time.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { formatNumber } from "#components/format.ts";
import { Pager } from "#components/pager.tsx";
import { type Sort, Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { memberCursor } from "#lib/contacts/contact-input.ts";
import { listMembers, type Member } from "#lib/contacts/list-members.ts";
import type { Field } from "#lib/fields/field.ts";
import { toDisplayValue } from "#lib/fields/json-value.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { seal, unseal } from "#lib/staff/seal.ts";
import { addressWith, type ContactsAddress } from "./contacts-address.ts";

const PAGE = 50;

/** The members of one profile with their fields, a page at a time. */
export async function MemberList({
  person,
  profile,
  address,
}: {
  person: Person;
  profile: Profile;
  address: ContactsAddress;
}) {
  const purpose = `page of ${profile.id}`;
  const { search, status, sort, descending } = address;
  const after = address.after === null ? undefined : memberCursor.safeParse(await unseal(address.after, purpose)).data;
  const { items, next } = await listMembers(person, profile, {
    search,
    status,
    sort: { by: sort, direction: descending ? "descending" : "ascending" },
    after,
    limit: PAGE,
  });
  if (items.length === 0) return <Nobody profile={profile} filtered={search !== "" || status !== undefined} />;
  return (
    <>
      <Table caption={`Contacts in ${profile.name}`}>
        <THead>
          <Th sort={sortBy(address, "key")}>{profile.keyKind === "email" ? "Email" : "Mobile"}</Th>
          <Th>Status</Th>
          {profile.fields.map((field) => (
            <Th key={field.id} sort={sortBy(address, field.id)} numeric={field.type === "number"}>
              {field.name}
            </Th>
          ))}
          <Th sort={sortBy(address, "added")}>Added</Th>
        </THead>
        <tbody>
          {items.map((member) => (
            <Row key={member.key} member={member} fields={profile.fields} />
          ))}
        </tbody>
      </Table>
      <Pager
        label="Contacts"
        position={positionOf(profile, items.length, address)}
        previous={address.after === null ? undefined : addressWith(address, {})}
        next={next === null ? undefined : addressWith(address, { after: await seal(next, purpose) })}
      />
    </>
  );
}

function Row({ member, fields }: { member: Member; fields: readonly Field[] }) {
  const timeZone = environmentTimeZone();
  return (
    <Tr>
      <Td head cut>
        <TextLink plain href={`/contacts/${member.id}`}>
          {member.key}
        </TextLink>
      </Td>
      <Td>
        <StatusBadge status={member.status} />
      </Td>
      {fields.map((field) => (
        <Td key={field.id} numeric={field.type === "number"} cut>
          {toDisplayValue(field, member.values[field.id] ?? null, timeZone)}
        </Td>
      ))}
      <Td>
        <When value={member.createdAt} timeZone={timeZone} style="date" />
      </Td>
    </Tr>
  );
}

function Nobody({ profile, filtered }: { profile: Profile; filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState
        icon="search"
        title="Nobody matches"
        actions={<ButtonLink href={`/contacts?profile=${profile.id}`}>Show all</ButtonLink>}
      >
        Try a shorter part of the address, or another status.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="contacts"
      title={`Nobody is in ${profile.name} yet`}
      actions={
        <ButtonLink href={`/imports/new?profile=${profile.id}`} variant="primary" icon="import">
          Import contacts
        </ButtonLink>
      }
    >
      Import a file of contacts into it.
    </EmptyState>
  );
}

function positionOf({ counts }: Profile, shown: number, { search, status }: ContactsAddress): string {
  const filtered = search !== "" || status !== undefined;
  return filtered
    ? `${formatNumber(shown)} on this page`
    : `${formatNumber(shown)} of ${formatNumber(counts.contacts)} contacts`;
}

function sortBy(address: ContactsAddress, by: ContactsAddress["sort"]): Sort {
  const now = address.sort === by;
  return {
    href: addressWith(address, { sort: by, descending: now && !address.descending }),
    direction: now ? (address.descending ? "descending" : "ascending") : undefined,
  };
}
