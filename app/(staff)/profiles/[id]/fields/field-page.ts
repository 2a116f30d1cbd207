import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import type { Translator } from "#components/words/translator.ts";
import type { Field } from "#lib/fields/field.ts";
import { fieldOf } from "#lib/profiles/fields/find-field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { profileById } from "#lib/profiles/queries.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";

/** As `editedProfile`, with the field that the address names; not found where the profile has none such. */
export async function editedField(
  params: Promise<{ id: string; fieldId: string }>,
): Promise<{ person: Person; profile: Profile; field: Field }> {
  const person = await pagePerson("profiles.edit");
  const { id, fieldId } = await params;
  const found = profileById(person, idOf(id)).then((profile) => ({ profile, field: fieldOf(profile, idOf(fieldId)) }));
  return { person, ...(await orNotFound(found)) };
}

/** Where the page stands below the profile's fields. */
export const fieldCrumbs = ({ id }: Profile, t: Translator, field?: Field) => [
  { href: `/profiles/${id}/fields`, label: t("Fields") },
  ...(field ? [{ href: `/profiles/${id}/fields/${field.id}`, label: field.name }] : []),
];
