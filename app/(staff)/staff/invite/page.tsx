import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { InviteForm } from "./invite-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("Invite somebody") });

export default async function InvitePage() {
  const t = await getWords();
  await pagePerson("staff.manage");
  return (
    <>
      <PageHeader
        title={t("Invite somebody")}
        description={t(
          "You get a link that works once, and hand it over yourself: by chat, on paper, however you like.",
        )}
        crumbs={[{ href: "/staff", label: t("Staff") }]}
      />
      <InviteForm />
    </>
  );
}
