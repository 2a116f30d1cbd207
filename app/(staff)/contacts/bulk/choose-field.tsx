import { ButtonLink } from "#components/button.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { formatNumber } from "#components/format.ts";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import type { Field as ProfileField } from "#lib/fields/field.ts";
import type { Query } from "../contacts-address.ts";

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
  return (
    <form action="/contacts/bulk">
      {Object.entries(query).flatMap(([name, values]) =>
        [values ?? []]
          .flat()
          .map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
      )}
      <FormStack>
        <Field name="field" label="Field" hint={`Of ${formatNumber(expected)} contacts.`}>
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
          <SubmitButton pending="…">Next</SubmitButton>
          <ButtonLink href={back}>Cancel</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}
