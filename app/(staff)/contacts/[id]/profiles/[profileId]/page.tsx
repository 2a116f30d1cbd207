import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { contactById } from "#lib/contacts/contact.ts";
import { membershipIn } from "#lib/contacts/memberships.ts";
import { formReading } from "#lib/contacts/read-values.ts";
import { idOf } from "#lib/text/id-of.ts";
import { valueControls } from "../../../value-controls.ts";
import { EditForm } from "./edit-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Edit a contact") };
};

export default async function EditMemberPage({ params }: PageProps<"/contacts/[id]/profiles/[profileId]">) {
  const person = await pagePerson("contacts.edit");
  const t = await getWords();
  const { id, profileId } = await params;
  const contact = await orNotFound(contactById(person, idOf(id)));
  const { profile, values, version } = await orNotFound(membershipIn(person, contact, idOf(profileId)));
  return (
    <>
      <PageHeader
        title={t("Edit in {name}", { name: profile.name })}
        description={contact.key}
        crumbs={[
          { href: "/contacts", label: t("Contacts") },
          { href: `/contacts/${contact.id}`, label: contact.key },
        ]}
      />
      <EditForm
        contactId={contact.id}
        profileId={profile.id}
        version={version}
        controls={valueControls(profile.fields, formReading(t.tag), values)}
      />
    </>
  );
}
