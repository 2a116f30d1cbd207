import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { staffMember } from "#lib/staff/queries.ts";
import { idOf } from "#lib/text/id-of.ts";
import { LinkForm } from "./link-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("Make a link") });

export default async function LinkPage({ params }: PageProps<"/staff/[id]/link">) {
  const person = await pagePerson("staff.manage");
  const t = await getWords();
  const { id, name, state } = await orNotFound(staffMember(person, idOf((await params).id)));
  return (
    <>
      <PageHeader
        title={state === "invited" ? t("Another link to join") : t("Link for a new password")}
        crumbs={[
          { href: "/staff", label: t("Staff") },
          { href: `/staff/${id}`, label: name },
        ]}
      />
      <LinkForm id={id} name={name} isNew={state === "invited"} />
    </>
  );
}
