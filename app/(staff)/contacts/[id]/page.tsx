import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { StatusBadge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { CardGrid } from "#components/card.tsx";
import { Menu, MenuLink, MenuSeparator } from "#components/menu.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getWords, useWords } from "#components/words.ts";
import { type ContactDetails, contactById } from "#lib/contacts/contact.ts";
import { historyOf } from "#lib/contacts/history.ts";
import { membershipsOf } from "#lib/contacts/memberships.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";
import { HistoryCard } from "./history-card.tsx";
import { MembershipCard, NoProfileCard } from "./membership-card.tsx";
import { SavedNotice } from "./saved-notice.tsx";
import { VirtualMemberships } from "./virtual-memberships.tsx";

/** So much of a history fits a page; one whom programs change every minute for months has more. */
const SHOWN = 500;

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Contact") };
};

export default async function ContactPage({ params, searchParams }: PageProps<"/contacts/[id]">) {
  const person = await pagePerson("contacts.view");
  const t = await getWords();
  const contact = await orNotFound(contactById(person, idOf((await params).id)));
  const memberships = await membershipsOf(person, contact);
  const history = await historyOf(person, contact, memberships, { latest: SHOWN + 1 });
  const timeZone = environmentTimeZone();
  const mayEdit = may(person, "contacts.edit");
  return (
    <>
      <PageHeader
        title={contact.key}
        badge={<StatusBadge status={contact.status} />}
        crumbs={[{ href: "/contacts", label: t("Contacts") }]}
        actions={<Actions person={person} contact={contact} />}
      />
      <SavedNotice query={await searchParams} memberships={memberships} />
      <CardGrid>
        <div className="flex min-w-0 flex-col gap-6">
          {memberships.length === 0 && <NoProfileCard />}
          {memberships.map((membership) => (
            <div key={membership.profile.id} className="flex min-w-0 flex-col gap-2">
              <MembershipCard contactId={contact.id} membership={membership} mayEdit={mayEdit} timeZone={timeZone} />
              <VirtualMemberships person={person} membership={membership} />
            </div>
          ))}
        </div>
        <HistoryCard history={history.slice(0, SHOWN)} more={history.length > SHOWN} timeZone={timeZone} />
      </CardGrid>
    </>
  );
}

function Actions({ person, contact: { id } }: { person: Person; contact: ContactDetails }) {
  const t = useWords();
  const mayErase = may(person, "contacts.erase");
  const mayExport = may(person, "export");
  return (
    <>
      {may(person, "contacts.edit") && (
        <ButtonLink href={`/contacts/${id}/status`} icon="edit">
          {t("Change the status")}
        </ButtonLink>
      )}
      {(mayExport || mayErase) && (
        <Menu label={t("More")} variant="secondary" size="md" button={t("More")}>
          {mayExport && (
            <MenuLink href={`/contacts/${id}/download`} icon="download" download>
              {t("Download everything (JSON)")}
            </MenuLink>
          )}
          {mayExport && mayErase && <MenuSeparator />}
          {mayErase && (
            <MenuLink href={`/contacts/${id}/erase`} icon="trash" danger>
              {t("Erase this person …")}
            </MenuLink>
          )}
        </Menu>
      )}
    </>
  );
}
