"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Field } from "#components/field.tsx";
import { FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import { sendCode } from "../actions.ts";

export function CodeForm({ next }: { next: string | null }) {
  const t = useWords();
  const [{ errors, message }, send] = useActionState(sendCode, EMPTY_FORM);
  return (
    <form action={send} noValidate>
      <FormStack>
        {message && message !== errors.code && (
          <Notice tone="bad" live>
            {message}
          </Notice>
        )}
        {next && <input type="hidden" name="next" value={next} />}
        <Field
          name="code"
          label={t("Code")}
          hint={t("Six digits. Without the app, type one of your recovery codes instead.")}
          error={errors.code}
          required
        >
          {(control) => (
            <Input autoComplete="one-time-code" autoCapitalize="off" spellCheck={false} autoFocus {...control} />
          )}
        </Field>
        <SubmitButton pending={t("Signing in …")}>{t("Sign in")}</SubmitButton>
      </FormStack>
    </form>
  );
}
