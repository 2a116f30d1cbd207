import type { Metadata } from "next";
import { nothingHere } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { getWords } from "#components/words.ts";
import { DoneNotice } from "../../done-notice.tsx";
import { editedProfile, SubPageHeader } from "../../sub-page.tsx";
import { AddFieldForm } from "./add-field-form.tsx";
import { FieldOrder } from "./field-order.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Fields") };
};

export default async function FieldsPage({ params, searchParams }: PageProps<"/profiles/[id]/fields">) {
  const t = await getWords();
  const { profile } = await editedProfile(params);
  const { id, type, keyKind, fields } = profile;
  if (type === "virtual") nothingHere();
  return (
    <>
      <SubPageHeader
        profile={profile}
        title={t("Fields")}
        description={t("What you know about each contact. The order is that of lists, forms and exports.")}
        actions={<ButtonLink href="#add">{t("Add a field")}</ButtonLink>}
      />
      <DoneNotice query={await searchParams} />
      <FieldOrder profileId={id} keyName={keyKind === "email" ? "Email" : "Mobile"} fields={fields} />
      <div id="add" className="scroll-mt-4">
        <Card
          title={t("Add a field")}
          description={t("It is empty for every contact until somebody, or an import, fills it.")}
        >
          <AddFieldForm key={fields.length} profileId={id} />
        </Card>
      </div>
    </>
  );
}
