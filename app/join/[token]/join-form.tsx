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
import { setPassword } from "./actions.ts";

export function JoinForm({ token, name }: { token: string; name: string }) {
  const t = useWords();
  const [{ errors, message, values }, send] = useActionState(setPassword, EMPTY_FORM);
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
          {(control) => <Input autoComplete="name" defaultValue={String(values.name ?? name)} {...control} />}
        </Field>
        <NewPassword name="password" errors={errors} />
        <SubmitButton pending={t("Setting it …")}>{t("Set the password")}</SubmitButton>
      </FormStack>
    </form>
  );
}
