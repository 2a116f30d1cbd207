import type { Metadata } from "next";
import { ButtonLink } from "#components/button.tsx";
import { Definition, DefinitionList } from "#components/definition-list.tsx";
import { getWords } from "#components/words.ts";
import { countValues } from "#lib/profiles/fields/count-values.ts";
import { SubPageHeader } from "../../../sub-page.tsx";
import { typeName } from "../../../type-names.ts";
import { editedField, fieldCrumbs } from "../field-page.ts";
import { EditFieldForm } from "./edit-field-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Field") };
};

export default async function FieldPage({ params }: PageProps<"/profiles/[id]/fields/[fieldId]">) {
  const t = await getWords();
  const { person, profile, field } = await editedField(params);
  const values = await countValues(person, profile, field);
  const { contacts } = profile.counts;
  const lacking = contacts - values;
  const own = `/profiles/${profile.id}/fields/${field.id}`;
  return (
    <>
      <SubPageHeader
        profile={profile}
        title={field.name}
        crumbs={fieldCrumbs(profile, t)}
        actions={
          <>
            <ButtonLink href={`${own}/type`} icon="refresh">
              {t("Change the type")}
            </ButtonLink>
            <ButtonLink href={`${own}/delete`} icon="trash">
              {t("Delete")}
            </ButtonLink>
          </>
        }
      />
      <DefinitionList>
        <Definition term={t("Type")}>{t(typeName(field.type))}</Definition>
        <Definition term={t("Contacts with a value")}>
          {contacts === 0
            ? t("None: the profile is empty")
            : t("{values, number} of {contacts, number}, {share}", {
                values,
                contacts,
                share: t.share(values, contacts),
              })}
        </Definition>
      </DefinitionList>
      <EditFieldForm profileId={profile.id} field={field} lacking={lacking} />
    </>
  );
}
