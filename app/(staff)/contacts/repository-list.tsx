import { z } from "zod";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { StatusBadge } from "#components/badge.tsx";
import { When } from "#components/date-time.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { TickAllHead } from "#components/tick-all-head.tsx";
import { TickCell } from "#components/tick-cell.tsx";
import { getWords } from "#components/words.ts";
import { type ContactPage, countContacts, listContacts } from "#lib/contacts/list-contacts.ts";
import { repositoryTotals } from "#lib/profiles/queries.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { bulkButtons } from "./bulk-buttons.tsx";
import { type ContactsAddress, isFiltered } from "./contacts-address.ts";
import { FoundElsewhere } from "./found-elsewhere.tsx";
import { ListFrame } from "./list-frame.tsx";
import { matchingOf } from "./matching.ts";
import { PAGE } from "./member-list.tsx";
import { sortBy } from "./members.tsx";
import { NobodyInRepository } from "./nobody.tsx";
import { sealPlaces, unsealPlace } from "./page-place.ts";

const PURPOSE = "page of the repository";
const contactPlace = z.object({ key: z.string(), id: z.number() });

type Props = { person: Person; address: ContactsAddress; counted: boolean };

/** Everybody, whatever profiles they are in, a page at a time; then the profiles whose texts have what is searched for. */
export async function RepositoryList(props: Props) {
  const { person, address } = props;
  const { search, status, sort, descending } = address;
  const { matching: before, ...place } = await unsealPlace(PURPOSE, address.page, contactPlace);
  const page = await listContacts(person, {
    search,
    status,
    ...place,
    sort: { by: sort === "added" ? sort : "key", direction: descending ? "descending" : "ascending" },
    limit: PAGE,
  });
  return (
    <>
      {page.items.length === 0 ? (
        <NobodyInRepository filtered={isFiltered(address)} search={search} />
      ) : (
        <Listed {...props} page={page} before={before} />
      )}
      {search !== "" && <FoundElsewhere {...props} />}
    </>
  );
}

/** `before`: how many match, where the page before this one has counted them. */
async function Listed({
  person,
  address,
  counted,
  page,
  before,
}: Props & { page: ContactPage; before: number | null }) {
  const t = await getWords();
  const { search, status } = address;
  const all = page.previous === null && page.next === null ? page.items.length : null;
  const totals = await repositoryTotals(person);
  const kept = search === "" ? totals[status ?? "contacts"] : null; // kept by status, so they need no counting
  const count = () => countContacts(person, { search, status });
  const { matching } = await matchingOf(before ?? all ?? kept, count, { of: totals.contacts, toItsEnd: counted });
  const timeZone = environmentTimeZone();
  const bulk = bulkButtons(person, null, t);
  return (
    <ListFrame
      address={address}
      place={{
        shown: page.items.length,
        ...(await sealPlaces(PURPOSE, page, typeof matching === "number" ? matching : null)),
      }}
      matching={matching}
      bulk={bulk}
    >
      <Table caption={t("Contacts of the repository")} stack="dense">
        <THead>
          {bulk && <TickAllHead />}
          <Th sort={sortBy(address, "key")}>{t("Email or mobile")}</Th>
          <Th>{t("Status")}</Th>
          <Th sort={sortBy(address, "added")}>{t("First seen")}</Th>
        </THead>
        <tbody>
          {page.items.map((contact) => (
            <Tr key={contact.id}>
              {bulk && <TickCell name="id" value={String(contact.id)} label={contact.key} />}
              <Td head cut>
                <TextLink plain href={`/contacts/${contact.id}`}>
                  {contact.key}
                </TextLink>
              </Td>
              <Td label={t("Status")}>
                <StatusBadge status={contact.status} />
              </Td>
              <Td label={t("First seen")}>
                <When value={contact.createdAt} timeZone={timeZone} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </ListFrame>
  );
}
