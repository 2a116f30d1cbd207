"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ButtonLink } from "#components/button.tsx";
import { Definition, DefinitionList } from "#components/definition-list.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import type { ValueControl } from "../../../value-controls.ts";
import { ValueInputs } from "../../../value-inputs.tsx";
import { sendEdit, type ThereNow } from "./actions.ts";

export function EditForm({
  contactId,
  profileId,
  version,
  controls,
}: {
  contactId: number;
  profileId: number;
  version: string;
  controls: readonly ValueControl[];
}) {
  const t = useWords();
  const [{ values, errors, message, data }, send] = useActionState(sendEdit, EMPTY_FORM);
  const now = data as ThereNow | undefined;
  const wrong = Object.entries(errors).map(([path, text]) => ({ path, message: text }));
  return (
    <form action={send} noValidate>
      <input type="hidden" name="contact" value={contactId} />
      <input type="hidden" name="profile" value={profileId} />
      {/* The version that the person has seen: after "somebody else changed it" that is theirs. */}
      <input type="hidden" name="version" value={now?.version ?? String(values.version ?? version)} />
      <FormStack>
        {now ? (
          <Notice tone="warn" title={t("Somebody else changed this contact")} live>
            <p className="mb-2">
              {message} {t("These are the values that are there now:")}
            </p>
            <DefinitionList>
              {now.values.map(({ name, value }) => (
                <Definition key={name} term={name}>
                  {value}
                </Definition>
              ))}
            </DefinitionList>
          </Notice>
        ) : (
          <ErrorSummary
            title={t("Nothing was saved yet")}
            errors={wrong.length > 0 ? wrong : message ? [{ message }] : []}
          />
        )}
        {controls.length === 0 && <p className="text-muted">{t("This profile has no fields.")}</p>}
        <ValueInputs controls={controls} values={values} errors={errors} />
        <FormActions>
          <SubmitButton pending={t("Saving …")}>{t("Save")}</SubmitButton>
          <ButtonLink href={`/contacts/${contactId}`}>{t("Cancel")}</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}
