import { z } from "zod";
import { inAMoment } from "#app/_doors/in-a-moment.ts";
import { getWords } from "#components/words.ts";
import { columnsOf } from "#lib/contacts/columns.ts";
import { countMembers, listMembersInTurn, type MemberPage } from "#lib/contacts/list-members.ts";
import type { MembersAsked } from "#lib/contacts/members-where.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Rule } from "#lib/rules/rule.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { part } from "../part.tsx";
import { bulkButtons } from "./bulk-buttons.tsx";
import { type ContactsAddress, isFiltered } from "./contacts-address.ts";
import { ListFrame } from "./list-frame.tsx";
import { type Matching, matchingOf } from "./matching.ts";
import { Members } from "./members.tsx";
import { NobodyInProfile } from "./nobody.tsx";
import { sealPlaces, unsealPlace } from "./page-place.ts";

export const PAGE = 50;
const memberPlace = z.object({ value: z.string().nullable(), key: z.string() });

type Props = { person: Person; profile: Profile; address: ContactsAddress; rule: Rule; counted: boolean };

/** The members of one profile with their fields, a page at a time; a rule that takes too long says so in their place. */
export const MemberList = (props: Props) => part(listed(props), (list) => list);

async function listed({ person, profile, address, rule, counted }: Props) {
  const t = await getWords();
  const purpose = `page of ${profile.id}`;
  const { search, status, sort, descending } = address;
  const asked: MembersAsked = { search, status, rule: address.filters.length > 0 ? rule : undefined };
  const { matching: before, ...place } = await unsealPlace(purpose, address.page, memberPlace);
  const order = { by: sort, direction: descending ? ("descending" as const) : ("ascending" as const) };
  const [{ soon, rest }, columns] = await Promise.all([
    listMembersInTurn(person, profile, { ...asked, ...place, sort: order, limit: PAGE }),
    columnsOf(person, profile),
  ]);
  const whole = rest();
  const page = await inAMoment(whole, counted || soon.length === 0);
  if (page?.items.length === 0) return <NobodyInProfile profile={profile} filtered={isFiltered(address)} />;
  const countFor = (all: MemberPage) =>
    matchingOf(before ?? knownFrom(all, profile, address), () => countMembers(person, profile, asked), {
      of: profile.counts.contacts,
      toItsEnd: counted,
    });
  // Two readings of the whole table at once would make both slow: who match are counted when the page is whole.
  const { matching } = page
    ? await countFor(page)
    : { matching: whole.then(async (all) => (await countFor(all)).matching) };
  const placeOf = async (all: MemberPage, of: Matching) => ({
    shown: all.items.length,
    ...(await sealPlaces(purpose, all, typeof of === "number" ? of : null)),
  });
  const bulk = bulkButtons(person, profile, t);
  return (
    <ListFrame
      address={address}
      place={page ? await placeOf(page, matching) : whole.then((all) => placeOf(all, matching))}
      matching={matching}
      bulk={bulk}
    >
      <Members
        profile={profile}
        address={address}
        ticks={bulk !== null}
        columns={columns}
        members={page?.items ?? soon}
        later={page ? null : whole.then(({ items }) => items.slice(soon.length))}
      />
    </ListFrame>
  );
}

/** How many match, where it need not be counted: a profile's own counts are kept, and a first page may hold all. */
function knownFrom(page: MemberPage, profile: Profile, address: ContactsAddress): number | null {
  if (!isFiltered(address) && profile.type !== "virtual") return profile.counts.contacts;
  return page.previous === null && page.next === null ? page.items.length : null;
}
