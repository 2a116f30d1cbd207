"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ErrorSummary } from "#components/error-summary.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import { sendRole } from "../actions.ts";
import { RoleChoice } from "../role-choice.tsx";

export function RoleForm({ id, role, mayExport }: { id: number; role: string; mayExport: boolean }) {
  const t = useWords();
  const [{ errors, message }, send] = useActionState(sendRole, EMPTY_FORM);
  return (
    <form action={send} noValidate>
      <input type="hidden" name="member" value={id} />
      <FormStack>
        {message && <ErrorSummary title={t("Nothing was changed")} errors={[{ message }]} />}
        <RoleChoice role={role} mayExport={mayExport} error={errors.role} />
        <FormActions>
          <SubmitButton pending={t("Saving …")}>{t("Save")}</SubmitButton>
        </FormActions>
      </FormStack>
    </form>
  );
}
