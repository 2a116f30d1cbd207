"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Field } from "#components/field.tsx";
import { FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { Notice } from "#components/notice.tsx";
import { NewPassword } from "#components/password.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import { makeFirstAdministrator } from "./actions.ts";

export function SetupForm({ token }: { token: string }) {
  const [{ errors, message, values }, send] = useActionState(makeFirstAdministrator, EMPTY_FORM);
  const t = useWords();
  return (
    <form action={send} noValidate>
      <FormStack>
        {message && message !== errors.password && (
          <Notice tone="bad" live>
            {message}
          </Notice>
        )}
        <input type="hidden" name="token" value={token} />
        <Field name="name" label={t("Your name")} error={errors.name} required>
          {(control) => <Input autoComplete="name" autoFocus defaultValue={String(values.name ?? "")} {...control} />}
        </Field>
        <Field name="email" label={t("Email")} hint={t("You sign in with it.")} error={errors.email} required>
          {(control) => (
            <Input type="email" autoComplete="username" defaultValue={String(values.email ?? "")} {...control} />
          )}
        </Field>
        <NewPassword name="password" errors={errors} />
        <SubmitButton pending={t("Setting up …")}>{t("Create the administrator")}</SubmitButton>
      </FormStack>
    </form>
  );
}
