import type { Metadata } from "next";
import { getWords } from "#components/words.ts";
import { fieldsWithout } from "#lib/profiles/dependents.ts";
import { countValues } from "#lib/profiles/fields/count-values.ts";
import { whatFieldsBreak } from "#lib/profiles/what-deletion-ends.ts";
import { ConfirmForm } from "../../../../confirm-form.tsx";
import { InUse } from "../../../../in-use.tsx";
import { SubPageHeader } from "../../../../sub-page.tsx";
import { sendDeleteField } from "../../actions.ts";
import { editedField, fieldCrumbs } from "../../field-page.ts";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Delete Field") };
};

export default async function DeleteFieldPage({ params }: PageProps<"/profiles/[id]/fields/[fieldId]/delete">) {
  const t = await getWords();
  const { person, profile, field } = await editedField(params);
  const values = await countValues(person, profile, field);
  const dependents = await whatFieldsBreak(person, profile, fieldsWithout(profile, field));
  return (
    <>
      <SubPageHeader
        profile={profile}
        title={t("Delete {name}", { name: field.name })}
        crumbs={fieldCrumbs(profile, t, field)}
      />
      {dependents.length > 0 ? (
        <InUse title={t("{name} cannot be deleted yet", { name: field.name })} dependents={dependents}>
          {t("The rules of these virtual profiles name it. Change or delete them first.")}
        </InUse>
      ) : (
        <ConfirmForm
          action={sendDeleteField}
          fields={{ profile: profile.id, field: field.id }}
          title={t("Delete the field {name}?", { name: field.name })}
          consequences={[
            values === 0
              ? t("No contact has a value in it.")
              : t(
                  "{n, plural, one {# value of contacts in {name} is lost.} other {# values of contacts in {name} are lost.}}",
                  { n: values, name: profile.name },
                ),
            t("This cannot be taken back."),
          ]}
          submit={
            values === 0
              ? t("Delete the field")
              : t("{n, plural, one {Delete the field and its # value} other {Delete the field and its # values}}", {
                  n: values,
                })
          }
          pending={t("Deleting …")}
          cancelHref={`/profiles/${profile.id}/fields`}
        />
      )}
    </>
  );
}
