import { ButtonLink } from "#components/button.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import type { Field as ProfileField } from "#lib/fields/field.ts";
import type { Query } from "../contacts-address.ts";
import { HiddenQuery } from "./hidden-query.tsx";

/** The first half of Set a field: which one. The second asks for its value, with a control of its type. */
export function ChooseField({
  fields,
  query,
  expected,
  back,
}: {
  fields: readonly ProfileField[];
  query: Query;
  expected: number;
  back: string;
}) {
  const t = useWords();
  return (
    <form action="/contacts/bulk">
      <HiddenQuery query={query} />
      <FormStack>
        <Field
          name="field"
          label={t("Field")}
          hint={t("{count, plural, one {# contact gets} other {# contacts get}} the same value in it.", {
            count: expected,
          })}
        >
          {(control) => (
            <Select {...control}>
              {fields.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <FormActions>
          <SubmitButton pending="…">{t("Next")}</SubmitButton>
          <ButtonLink href={back}>{t("Cancel")}</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}
