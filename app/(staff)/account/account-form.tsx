"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { saveAccount } from "./actions.ts";

export function AccountForm({ name, language }: { name: string; language: string | null }) {
  const [{ errors, message, values }, send] = useActionState(saveAccount, EMPTY_FORM);
  return (
    <form action={send} noValidate>
      <FormStack>
        {message && <ErrorSummary title="Not saved" errors={[{ message }]} />}
        <Field name="name" label="Name" hint="Others see it beside what you did." error={errors.name} required>
          {(control) => <Input autoComplete="name" defaultValue={String(values.name ?? name)} {...control} />}
        </Field>
        <Field name="language" label="Language of the pages" error={errors.language}>
          {(control) => (
            <Select defaultValue={String(values.language ?? language ?? "")} {...control}>
              <option value="">As the browser asks for</option>
              <option value="en">English</option>
              <option value="es">Español</option>
              <option value="pt">Português</option>
            </Select>
          )}
        </Field>
        <FormActions>
          <SubmitButton pending="Saving …">Save</SubmitButton>
        </FormActions>
      </FormStack>
    </form>
  );
}
