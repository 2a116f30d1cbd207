"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { LinkForm } from "#app/link-form.tsx";
import { Field } from "#components/field.tsx";
import { Input } from "#components/input.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import { makeFirstAdministrator } from "./actions.ts";

export function SetupForm({ token }: { token: string }) {
  const t = useWords();
  const sent = useActionState(makeFirstAdministrator, EMPTY_FORM);
  const [{ errors, values }] = sent;
  const submit = <SubmitButton pending={t("Setting up …")}>{t("Create the administrator")}</SubmitButton>;
  return (
    <LinkForm token={token} sent={sent} submit={submit}>
      <Field name="email" label={t("Email")} hint={t("You sign in with it.")} error={errors.email} required>
        {(control) => (
          <Input type="email" autoComplete="username" defaultValue={String(values.email ?? "")} {...control} />
        )}
      </Field>
    </LinkForm>
  );
}
