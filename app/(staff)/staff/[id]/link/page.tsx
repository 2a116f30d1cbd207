import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { staffMember } from "#lib/staff/queries.ts";
import { idOf } from "#lib/text/id-of.ts";
import { LinkForm } from "./link-form.tsx";

export const metadata: Metadata = { title: "Make a link" };

export default async function LinkPage({ params }: PageProps<"/staff/[id]/link">) {
  const person = await pagePerson("staff.manage");
  const { id, name, state } = await orNotFound(staffMember(person, idOf((await params).id)));
  return (
    <>
      <PageHeader
        title={state === "invited" ? "Another link to join" : "Link for a new password"}
        crumbs={[
          { href: "/staff", label: "Staff" },
          { href: `/staff/${id}`, label: name },
        ]}
      />
      <LinkForm id={id} name={name} isNew={state === "invited"} />
    </>
  );
}
