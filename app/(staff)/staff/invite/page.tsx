import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { InviteForm } from "./invite-form.tsx";

export const metadata: Metadata = { title: "Invite somebody" };

export default async function InvitePage() {
  await pagePerson("staff.manage");
  return (
    <>
      <PageHeader
        title="Invite somebody"
        description="You get a link that works once, and hand it over yourself: by chat, on paper, however you like."
        crumbs={[{ href: "/staff", label: "Staff" }]}
      />
      <InviteForm />
    </>
  );
}
