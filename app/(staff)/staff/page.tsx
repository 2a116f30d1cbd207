import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { listStaff } from "#lib/staff/queries.ts";
import { StaffTable } from "./staff-table.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("Staff") });

export default async function StaffPage() {
  const person = await pagePerson("staff.manage");
  const t = await getWords();
  return (
    <>
      <PageHeader
        title={t("Staff")}
        description={t("Who works with Rollbook here, and what each may do. A change counts from their next click on.")}
        actions={
          <ButtonLink href="/staff/invite" variant="primary" icon="plus">
            {t("Invite somebody")}
          </ButtonLink>
        }
      />
      <StaffTable members={await listStaff(person)} self={person.id} />
    </>
  );
}
