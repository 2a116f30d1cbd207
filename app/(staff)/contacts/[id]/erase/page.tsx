import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { contactById } from "#lib/contacts/contact.ts";
import { membershipsOf } from "#lib/contacts/memberships.ts";
import { idOf } from "#lib/text/id-of.ts";
import { EraseForm } from "./erase-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Erase this person") };
};

export default async function ErasePage({ params }: PageProps<"/contacts/[id]/erase">) {
  const person = await pagePerson("contacts.erase");
  const t = await getWords();
  const contact = await orNotFound(contactById(person, idOf((await params).id)));
  const names = (await membershipsOf(person, contact)).map(({ profile }) => profile.name);
  return (
    <>
      <PageHeader
        title={t("Erase this person")}
        crumbs={[
          { href: "/contacts", label: t("Contacts") },
          { href: `/contacts/${contact.id}`, label: contact.key },
        ]}
      />
      <EraseForm contactId={contact.id} contactKey={contact.key} profileNames={names} />
    </>
  );
}
