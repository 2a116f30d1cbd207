"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ButtonLink } from "#components/button.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import { sendInvitation } from "../actions.ts";
import { HandOver, isHandOver } from "../hand-over.tsx";
import { RoleChoice } from "../role-choice.tsx";

export function InviteForm() {
  const t = useWords();
  const [{ errors, message, values, data }, send] = useActionState(sendInvitation, EMPTY_FORM);
  if (isHandOver(data)) return <HandOver made={data} title={t("Invited")} />;
  return (
    <form action={send} noValidate>
      <FormStack>
        {message && Object.keys(errors).length === 0 && (
          <ErrorSummary title={t("Nobody invited")} errors={[{ message }]} />
        )}
        <Field name="email" label={t("Email")} hint={t("They sign in with it.")} error={errors.email} required>
          {(control) => (
            <Input type="email" autoComplete="off" defaultValue={String(values.email ?? "")} {...control} />
          )}
        </Field>
        <Field name="name" label={t("Name")} hint={t("They can change it.")} error={errors.name} required>
          {(control) => <Input autoComplete="off" defaultValue={String(values.name ?? "")} {...control} />}
        </Field>
        <RoleChoice
          role={String(values.role ?? "viewer")}
          mayExport={values.mayExport !== undefined}
          error={errors.role}
        />
        <FormActions>
          <SubmitButton pending={t("Inviting …")}>{t("Invite")}</SubmitButton>
          <ButtonLink href="/staff">{t("Cancel")}</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}
