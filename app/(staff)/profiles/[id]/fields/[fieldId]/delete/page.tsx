import type { Metadata } from "next";
import { formatNumber } from "#components/format.ts";
import { fieldsWithout } from "#lib/profiles/dependents.ts";
import { countValues } from "#lib/profiles/fields/count-values.ts";
import { whatFieldsBreak } from "#lib/profiles/what-deletion-ends.ts";
import { ConfirmForm } from "../../../../confirm-form.tsx";
import { InUse } from "../../../../in-use.tsx";
import { SubPageHeader } from "../../../../sub-page.tsx";
import { sendDeleteField } from "../../actions.ts";
import { editedField, fieldCrumbs } from "../../field-page.ts";

export const metadata: Metadata = { title: "Delete Field" };

export default async function DeleteFieldPage({ params }: PageProps<"/profiles/[id]/fields/[fieldId]/delete">) {
  const { person, profile, field } = await editedField(params);
  const values = await countValues(person, profile, field);
  const dependents = await whatFieldsBreak(person, profile, fieldsWithout(profile, field));
  const lost = `${formatNumber(values)} ${values === 1 ? "value" : "values"}`;
  return (
    <>
      <SubPageHeader profile={profile} title={`Delete ${field.name}`} crumbs={fieldCrumbs(profile, field)} />
      {dependents.length > 0 ? (
        <InUse title={`${field.name} cannot be deleted yet`} dependents={dependents}>
          The rules of these virtual profiles name it. Change or delete them first.
        </InUse>
      ) : (
        <ConfirmForm
          action={sendDeleteField}
          fields={{ profile: profile.id, field: field.id }}
          title={`Delete the field ${field.name}?`}
          consequences={[
            values === 0 ? "No contact has a value in it." : `${lost} of contacts in ${profile.name} are lost.`,
            "This cannot be taken back.",
          ]}
          submit={values === 0 ? "Delete the field" : `Delete the field and its ${lost}`}
          pending="Deleting …"
          cancelHref={`/profiles/${profile.id}/fields`}
        />
      )}
    </>
  );
}
