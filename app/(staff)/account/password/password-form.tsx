"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ButtonLink } from "#components/button.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { NewPassword, PresentPassword } from "#components/password.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import { changePassword } from "../actions.ts";

export function PasswordForm() {
  const t = useWords();
  const [{ errors, message }, send] = useActionState(changePassword, EMPTY_FORM);
  return (
    <form action={send} noValidate>
      <FormStack>
        {message && Object.keys(errors).length === 0 && (
          <ErrorSummary title={t("Not changed")} errors={[{ message }]} />
        )}
        <PresentPassword error={errors.password} />
        <NewPassword name="newPassword" errors={errors} />
        <FormActions>
          <SubmitButton pending={t("Changing …")}>{t("Change the password")}</SubmitButton>
          <ButtonLink href="/account">{t("Cancel")}</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}
