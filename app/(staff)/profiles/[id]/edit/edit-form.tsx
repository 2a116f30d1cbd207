"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ButtonLink } from "#components/button.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Textarea } from "#components/textarea.tsx";
import { useWords } from "#components/words.ts";
import { sendEdit } from "../actions.ts";

export function EditForm({ id, name, description }: { id: number; name: string; description: string }) {
  const t = useWords();
  const [{ errors, message, values }, send] = useActionState(sendEdit, EMPTY_FORM);
  return (
    <form action={send} noValidate>
      <input type="hidden" name="profile" value={id} />
      <FormStack>
        {message && Object.keys(errors).length === 0 && <ErrorSummary title={t("Not saved")} errors={[{ message }]} />}
        <Field name="name" label={t("Name")} error={errors.name} required>
          {(control) => <Input maxLength={300} defaultValue={String(values.name ?? name)} {...control} />}
        </Field>
        <Field name="description" label={t("Description")} error={errors.description}>
          {(control) => <Textarea rows={3} defaultValue={String(values.description ?? description)} {...control} />}
        </Field>
        <FormActions>
          <SubmitButton pending={t("Saving …")}>{t("Save")}</SubmitButton>
          <ButtonLink href={`/profiles/${id}`}>{t("Cancel")}</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}
