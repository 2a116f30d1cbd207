"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Confirm } from "#components/confirm.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { PresentPassword } from "#components/password.tsx";
import { useWords } from "#components/words.ts";
import { renewCodes } from "../two-factor/actions.ts";
import { RecoveryCodes } from "../two-factor/recovery-codes.tsx";

export function RenewForm() {
  const t = useWords();
  const [{ errors, message, data }, send] = useActionState(renewCodes, EMPTY_FORM);
  if (Array.isArray(data)) return <RecoveryCodes codes={data} title={t("These are your recovery codes now")} />;
  return (
    <form action={send} noValidate className="flex min-w-0 max-w-2xl flex-col gap-5">
      {message && Object.keys(errors).length === 0 && (
        <ErrorSummary title={t("Nothing was changed")} errors={[{ message }]} />
      )}
      <Confirm
        title={t("Make new recovery codes?")}
        consequences={[t("You see ten new codes, once."), t("Those that you have now are void.")]}
        submit={t("Make new codes")}
        pending={t("Making them …")}
        cancelHref="/account"
        danger={false}
      >
        <PresentPassword error={errors.password} />
      </Confirm>
    </form>
  );
}
