"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ButtonLink } from "#components/button.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { PresentPassword } from "#components/password.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import { beginSetUp } from "./actions.ts";

export function AskForPassword() {
  const t = useWords();
  const [{ errors, message }, send] = useActionState(beginSetUp, EMPTY_FORM);
  return (
    <form action={send} noValidate>
      <FormStack>
        {message && Object.keys(errors).length === 0 && <ErrorSummary title={t("Not begun")} errors={[{ message }]} />}
        <p className="max-w-prose">
          {t(
            "You need an authenticator app, such as the one in your password manager, Aegis, Google Authenticator or Microsoft Authenticator.",
          )}
        </p>
        <PresentPassword error={errors.password} />
        <FormActions>
          <SubmitButton>{t("Go on")}</SubmitButton>
          <ButtonLink href="/account">{t("Cancel")}</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}
