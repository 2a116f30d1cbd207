import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { staffMember } from "#lib/staff/queries.ts";
import { idOf } from "#lib/text/id-of.ts";
import { ConfirmForm } from "../../../profiles/confirm-form.tsx";
import { sendDeed } from "../../actions.ts";
import { DEED_NAMES, DEEDS } from "../../deeds.ts";

export const metadata: Metadata = { title: "Staff" };

export default async function DeedPage({ params }: PageProps<"/staff/[id]/[deed]">) {
  const person = await pagePerson("staff.manage");
  const { id: text, deed } = await params;
  const { id, name } = await orNotFound(staffMember(person, idOf(text)));
  const chosen = DEED_NAMES.find((each) => each === deed) ?? notFound();
  const { button, consequences, danger } = DEEDS[chosen];
  return (
    <>
      <PageHeader
        title={button}
        crumbs={[
          { href: "/staff", label: "Staff" },
          { href: `/staff/${id}`, label: name },
        ]}
      />
      <ConfirmForm
        action={sendDeed}
        fields={{ member: id, deed: chosen }}
        title={`${button}: ${name}?`}
        consequences={consequences}
        submit={button}
        pending="Working …"
        cancelHref={`/staff/${id}`}
        danger={danger}
      />
    </>
  );
}
