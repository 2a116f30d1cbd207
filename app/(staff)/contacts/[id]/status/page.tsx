import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { StatusBadge } from "#components/badge.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { contactById } from "#lib/contacts/contact.ts";
import { idOf } from "#lib/text/id-of.ts";
import { StatusForm } from "./status-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Change the status") };
};

export default async function StatusPage({ params }: PageProps<"/contacts/[id]/status">) {
  const person = await pagePerson("contacts.edit");
  const t = await getWords();
  const { id, key, status, version } = await orNotFound(contactById(person, idOf((await params).id)));
  return (
    <>
      <PageHeader
        title={t("Change the status")}
        badge={<StatusBadge status={status} />}
        description={t("Of {key}, in the repository and in every profile at once.", { key })}
        crumbs={[
          { href: "/contacts", label: t("Contacts") },
          { href: `/contacts/${id}`, label: key },
        ]}
      />
      <StatusForm contactId={id} status={status} version={version} />
    </>
  );
}
