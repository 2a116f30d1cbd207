import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { contactById } from "#lib/contacts/contact.ts";
import { membershipIn } from "#lib/contacts/memberships.ts";
import { idOf } from "#lib/text/id-of.ts";
import { RemoveForm } from "./remove-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Remove a contact from a profile") };
};

export default async function RemoveMemberPage({ params }: PageProps<"/contacts/[id]/profiles/[profileId]/remove">) {
  const person = await pagePerson("contacts.edit");
  const t = await getWords();
  const { id, profileId } = await params;
  const contact = await orNotFound(contactById(person, idOf(id)));
  const { profile } = await orNotFound(membershipIn(person, contact, idOf(profileId)));
  return (
    <>
      <PageHeader
        title={t("Remove a contact from a profile")}
        crumbs={[
          { href: "/contacts", label: t("Contacts") },
          { href: `/contacts/${contact.id}`, label: contact.key },
        ]}
      />
      <RemoveForm contactId={contact.id} contactKey={contact.key} profileId={profile.id} profileName={profile.name} />
    </>
  );
}
