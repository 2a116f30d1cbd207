"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ButtonLink } from "#components/button.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { RadioCards } from "#components/radio-cards.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { sendDuplicate } from "../actions.ts";

/** `contacts`: how many the profile has, in words; null for a virtual one, which has none of its own. */
export function DuplicateForm({ id, name, contacts }: { id: number; name: string; contacts: string | null }) {
  const [{ errors, message, values }, send] = useActionState(sendDuplicate, EMPTY_FORM);
  const chosen = String(values.contacts ?? "with");
  return (
    <form action={send} noValidate>
      <input type="hidden" name="profile" value={id} />
      <FormStack>
        {message && Object.keys(errors).length === 0 && (
          <ErrorSummary title="Nothing was duplicated" errors={[{ message }]} />
        )}
        <Field name="name" label="Name of the duplicate" error={errors.name} required>
          {(control) => <Input maxLength={300} defaultValue={String(values.name ?? name)} {...control} />}
        </Field>
        {contacts === null ? (
          <input type="hidden" name="contacts" value="without" />
        ) : (
          <RadioCards
            key={chosen}
            name="contacts"
            legend="Contacts"
            value={chosen}
            cards={[
              {
                value: "with",
                title: "With its contacts",
                description: `${contacts}, with their values and their status.`,
              },
              { value: "without", title: "Without contacts", description: "The fields alone." },
            ]}
          />
        )}
        <FormActions>
          <SubmitButton icon="copy" pending="Duplicating …">
            Duplicate
          </SubmitButton>
          <ButtonLink href={`/profiles/${id}`}>Cancel</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}
