import type { Metadata } from "next";
import { nothingHere, orNotFound, pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { staffMember } from "#lib/staff/queries.ts";
import { idOf } from "#lib/text/id-of.ts";
import { ConfirmForm } from "../../../profiles/confirm-form.tsx";
import { sendDeed } from "../../actions.ts";
import { DEED_NAMES, DEEDS } from "../../deeds.ts";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("Staff") });

export default async function DeedPage({ params }: PageProps<"/staff/[id]/[deed]">) {
  const person = await pagePerson("staff.manage");
  const t = await getWords();
  const { id: text, deed } = await params;
  const { id, name } = await orNotFound(staffMember(person, idOf(text)));
  const chosen = DEED_NAMES.find((each) => each === deed) ?? nothingHere();
  const { button, question, consequences, danger } = DEEDS[chosen];
  return (
    <>
      <PageHeader
        title={t(button)}
        crumbs={[
          { href: "/staff", label: t("Staff") },
          { href: `/staff/${id}`, label: name },
        ]}
      />
      <ConfirmForm
        action={sendDeed}
        fields={{ member: id, deed: chosen }}
        title={t(question, { name })}
        consequences={consequences.map((each) => t(each))}
        submit={t(button)}
        pending={t("Working …")}
        cancelHref={`/staff/${id}`}
        danger={danger}
      />
    </>
  );
}
