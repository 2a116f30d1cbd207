import { z } from "zod";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { StatusBadge } from "#components/badge.tsx";
import { When } from "#components/date-time.tsx";
import { type Sort, Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { TickAllHead } from "#components/tick-all-head.tsx";
import { TickCell } from "#components/tick-cell.tsx";
import { getWords, useWords } from "#components/words.ts";
import { columnsOf } from "#lib/contacts/columns.ts";
import { countMembers, listMembers, type Member } from "#lib/contacts/list-members.ts";
import type { MembersAsked } from "#lib/contacts/members-where.ts";
import type { Field } from "#lib/fields/field.ts";
import { toDisplayValue } from "#lib/fields/json-value.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Rule } from "#lib/rules/rule.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { bulkButtons } from "./bulk-buttons.tsx";
import { addressWith, type ContactsAddress, isFiltered } from "./contacts-address.ts";
import { ListFrame } from "./list-frame.tsx";
import { matchingOf } from "./matching.ts";
import { NobodyInProfile } from "./nobody.tsx";
import { sealPlaces, unsealPlace } from "./page-place.ts";

export const PAGE = 50;
const memberPlace = z.object({ value: z.string().nullable(), key: z.string() });

type Props = { person: Person; profile: Profile; address: ContactsAddress; rule: Rule; counted: boolean };

/** The members of one profile with their fields, a page at a time. */
export async function MemberList({ person, profile, address, rule, counted }: Props) {
  const t = await getWords();
  const purpose = `page of ${profile.id}`;
  const { search, status, sort, descending } = address;
  const asked: MembersAsked = { search, status, rule: address.filters.length > 0 ? rule : undefined };
  const { matching: before, ...place } = await unsealPlace(purpose, address.page, memberPlace);
  const order = { by: sort, direction: descending ? ("descending" as const) : ("ascending" as const) };
  const [page, columns] = await Promise.all([
    listMembers(person, profile, { ...asked, ...place, sort: order, limit: PAGE }),
    columnsOf(person, profile),
  ]);
  if (page.items.length === 0) return <NobodyInProfile profile={profile} filtered={isFiltered(address)} />;
  const known = before ?? knownFrom(page, profile, address);
  const { matching } = await matchingOf(known, () => countMembers(person, profile, asked), counted);
  return (
    <ListFrame
      address={address}
      shown={page.items.length}
      matching={matching}
      places={await sealPlaces(purpose, page, typeof matching === "number" ? matching : null)}
      bulk={bulkButtons(person, profile, t)}
    >
      <Table caption={t("Contacts in {name}", { name: profile.name })} stack="dense">
        <THead>
          <TickAllHead />
          <Th sort={sortBy(address, "key")}>{profile.keyKind === "email" ? t("Email") : t("Mobile")}</Th>
          <Th sort={sortBy(address, "status")}>{t("Status")}</Th>
          {columns.map((field) => (
            <Th key={field.id} sort={sortBy(address, field.id)} numeric={field.type === "number"}>
              {field.name}
            </Th>
          ))}
          <Th sort={sortBy(address, "added")}>{t("Added")}</Th>
        </THead>
        <tbody>
          {page.items.map((member) => (
            <Row key={member.key} member={member} columns={columns} />
          ))}
        </tbody>
      </Table>
    </ListFrame>
  );
}

/** How many match, where it need not be counted: a profile's own counts are kept, and a first page may hold all. */
function knownFrom(
  page: { items: Member[]; previous: unknown; next: unknown },
  profile: Profile,
  address: ContactsAddress,
) {
  if (!isFiltered(address) && profile.type !== "virtual") return profile.counts.contacts;
  return page.previous === null && page.next === null ? page.items.length : null;
}

function Row({ member, columns }: { member: Member; columns: readonly Field[] }) {
  const t = useWords();
  const timeZone = environmentTimeZone();
  return (
    <Tr>
      <TickCell name="id" value={String(member.id)} label={member.key} />
      <Td head cut>
        <TextLink plain href={`/contacts/${member.id}`}>
          {member.key}
        </TextLink>
      </Td>
      <Td label={t("Status")}>
        <StatusBadge status={member.status} />
      </Td>
      {columns.map((field) => (
        <Td key={field.id} label={field.name} numeric={field.type === "number"} cut>
          {toDisplayValue(field, member.values[field.id] ?? null, timeZone, t)}
        </Td>
      ))}
      <Td label={t("Added")}>
        <When value={member.createdAt} timeZone={timeZone} style="date" />
      </Td>
    </Tr>
  );
}

/** A press on a head sorts by it, a second one the other way. */
export function sortBy(address: ContactsAddress, by: ContactsAddress["sort"]): Sort {
  const now = address.sort === by;
  return {
    href: addressWith(address, { sort: by, descending: now && !address.descending }),
    direction: now ? (address.descending ? "descending" : "ascending") : undefined,
  };
}
