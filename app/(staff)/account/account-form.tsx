"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { LOCALE_NAMES, LOCALES } from "#components/words/locales.ts";
import { useWords } from "#components/words.ts";
import { saveAccount } from "./actions.ts";

export function AccountForm({ name, language }: { name: string; language: string | null }) {
  const t = useWords();
  const [{ errors, message, values }, send] = useActionState(saveAccount, EMPTY_FORM);
  return (
    <form action={send} noValidate>
      <FormStack>
        {message && <ErrorSummary title={t("Not saved")} errors={[{ message }]} />}
        <Field
          name="name"
          label={t("Name")}
          hint={t("Others see it beside what you did.")}
          error={errors.name}
          required
        >
          {(control) => <Input autoComplete="name" defaultValue={String(values.name ?? name)} {...control} />}
        </Field>
        <Field name="language" label={t("Language of the pages")} error={errors.language}>
          {(control) => (
            <Select defaultValue={String(values.language ?? language ?? "")} {...control}>
              <option value="">{t("As the browser asks for")}</option>
              {LOCALES.map((locale) => (
                <option key={locale} value={locale} lang={locale}>
                  {LOCALE_NAMES[locale]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <FormActions>
          <SubmitButton pending={t("Saving …")}>{t("Save")}</SubmitButton>
        </FormActions>
      </FormStack>
    </form>
  );
}
