"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Checkbox } from "#components/checkbox.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import { saveSettings } from "./actions.ts";

/** `without`: how many have no authenticator app set up. */
export function SettingsForm({ requireTwoFactor, without }: { requireTwoFactor: boolean; without: number }) {
  const t = useWords();
  const [{ message }, send] = useActionState(saveSettings, EMPTY_FORM);
  return (
    <form action={send} noValidate>
      <FormStack>
        {message && <ErrorSummary title={t("Not saved")} errors={[{ message }]} />}
        <Checkbox
          name="requireTwoFactor"
          value="yes"
          label={t("Everybody must sign in with two factors")}
          hint={t(
            "Until the authenticator app is set up only the own account is open. Active members of staff without one: {count, number}. Whoever signs in through your organisation has the second factor there.",
            { count: without },
          )}
          defaultChecked={requireTwoFactor}
        />
        <FormActions>
          <SubmitButton pending={t("Saving …")}>{t("Save")}</SubmitButton>
        </FormActions>
      </FormStack>
    </form>
  );
}
