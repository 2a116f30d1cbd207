import type { Metadata } from "next";
import { ButtonLink } from "#components/button.tsx";
import { Definition, DefinitionList } from "#components/definition-list.tsx";
import { formatNumber, formatShare } from "#components/format.ts";
import { countValues } from "#lib/profiles/fields/count-values.ts";
import { SubPageHeader } from "../../../sub-page.tsx";
import { typeName } from "../../../type-names.ts";
import { editedField, fieldCrumbs } from "../field-page.ts";
import { EditFieldForm } from "./edit-field-form.tsx";

export const metadata: Metadata = { title: "Field" };

export default async function FieldPage({ params }: PageProps<"/profiles/[id]/fields/[fieldId]">) {
  const { person, profile, field } = await editedField(params);
  const values = await countValues(person, profile, field);
  const lacking = profile.counts.contacts - values;
  const own = `/profiles/${profile.id}/fields/${field.id}`;
  return (
    <>
      <SubPageHeader
        profile={profile}
        title={field.name}
        crumbs={fieldCrumbs(profile)}
        actions={
          <>
            <ButtonLink href={`${own}/type`} icon="refresh">
              Change the type
            </ButtonLink>
            <ButtonLink href={`${own}/delete`} icon="trash">
              Delete
            </ButtonLink>
          </>
        }
      />
      <DefinitionList>
        <Definition term="Type">{typeName(field.type)}</Definition>
        <Definition term="Contacts with a value">
          {formatNumber(values)} of {formatNumber(profile.counts.contacts)}
          {profile.counts.contacts > 0 && `, ${formatShare(values, profile.counts.contacts)}`}
        </Definition>
      </DefinitionList>
      <EditFieldForm profileId={profile.id} field={field} lacking={lacking} />
    </>
  );
}
