"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ButtonLink } from "#components/button.tsx";
import { Checkbox } from "#components/checkbox.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Fieldset } from "#components/fieldset.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import { keepColumns } from "./actions.ts";

export function ColumnsForm({
  profileId,
  fields,
  back,
}: {
  profileId: number;
  fields: readonly { id: number; name: string; shown: boolean }[];
  back: string;
}) {
  const t = useWords();
  const [state, send] = useActionState(keepColumns, EMPTY_FORM);
  return (
    <form action={send}>
      <input type="hidden" name="profile" value={profileId} />
      <input type="hidden" name="back" value={back} />
      <FormStack>
        <ErrorSummary errors={state.message ? [{ message: state.message }] : []} />
        <Fieldset
          id="fields"
          legend={t("Shown in the list")}
          choices
          hint={t("Beside the address, the status and the day.")}
        >
          {fields.map(({ id, name, shown }) => (
            <Checkbox key={id} name="field" value={id} label={name} defaultChecked={shown} />
          ))}
        </Fieldset>
        <FormActions>
          <SubmitButton pending={t("Keeping …")}>{t("Show these columns")}</SubmitButton>
          <ButtonLink href={back}>{t("Cancel")}</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}
