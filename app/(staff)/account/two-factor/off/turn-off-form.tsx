"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Confirm } from "#components/confirm.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { PresentPassword } from "#components/password.tsx";
import { useWords } from "#components/words.ts";
import { turnOff } from "../actions.ts";

export function TurnOffForm() {
  const t = useWords();
  const [{ errors, message }, send] = useActionState(turnOff, EMPTY_FORM);
  return (
    <form action={send} noValidate className="flex min-w-0 max-w-2xl flex-col gap-5">
      {message && Object.keys(errors).length === 0 && (
        <ErrorSummary title={t("Nothing was changed")} errors={[{ message }]} />
      )}
      <Confirm
        title={t("Turn it off?")}
        consequences={[
          t("The password alone opens your account from now on."),
          t("The app’s entry for Rollbook and your recovery codes are void."),
        ]}
        submit={t("Turn off")}
        pending={t("Turning off …")}
        cancelHref="/account"
      >
        <PresentPassword error={errors.password} />
      </Confirm>
    </form>
  );
}
