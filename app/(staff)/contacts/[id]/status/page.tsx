import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { StatusBadge } from "#components/badge.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { contactById } from "#lib/contacts/contact.ts";
import { idOf } from "#lib/text/id-of.ts";
import { StatusForm } from "./status-form.tsx";

export const metadata: Metadata = { title: "Change the status" };

export default async function StatusPage({ params }: PageProps<"/contacts/[id]/status">) {
  const person = await pagePerson("contacts.edit");
  const { id, key, status, version } = await orNotFound(contactById(person, idOf((await params).id)));
  return (
    <>
      <PageHeader
        title="Change the status"
        badge={<StatusBadge status={status} />}
        description={`Of ${key}, in the repository and in every profile at once.`}
        crumbs={[
          { href: "/contacts", label: "Contacts" },
          { href: `/contacts/${id}`, label: key },
        ]}
      />
      <StatusForm contactId={id} status={status} version={version} />
    </>
  );
}
