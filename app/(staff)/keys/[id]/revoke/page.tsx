import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { keyById } from "#lib/staff/manage-keys.ts";
import { idOf } from "#lib/text/id-of.ts";
import { ConfirmForm } from "../../../profiles/confirm-form.tsx";
import { sendRevoke } from "../../actions.ts";

export const metadata: Metadata = { title: "Revoke a key" };

export default async function RevokePage({ params }: PageProps<"/keys/[id]/revoke">) {
  const person = await pagePerson("keys.manage");
  const { id, name } = await orNotFound(keyById(person, idOf((await params).id)));
  return (
    <>
      <PageHeader title={`Revoke ${name}`} crumbs={[{ href: "/keys", label: "API keys" }]} />
      <ConfirmForm
        action={sendRevoke}
        fields={{ key: id }}
        title={`Revoke ${name}?`}
        consequences={[
          "From the next request on it opens nothing, and the program that uses it stops working with Rollbook.",
          "It cannot be brought back. You can make another one.",
        ]}
        submit="Revoke the key"
        pending="Revoking …"
        cancelHref="/keys"
      />
    </>
  );
}
