"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { StatusBadge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { RadioCards } from "#components/radio-cards.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { say } from "#components/words/say.ts";
import { useWords } from "#components/words.ts";
import { sendStatus } from "./actions.ts";

type Status = "active" | "unsubscribed" | "bounced";

export function StatusForm({ contactId, status, version }: { contactId: number; status: Status; version: string }) {
  const t = useWords();
  const [{ values, errors, message }, send] = useActionState(sendStatus, EMPTY_FORM);
  const chosen = String(values.status ?? status);
  return (
    <form action={send} noValidate>
      <input type="hidden" name="contact" value={contactId} />
      <input type="hidden" name="version" value={version} />
      <FormStack>
        <ErrorSummary
          title={t("Nothing was changed yet")}
          errors={
            Object.keys(errors).length > 0
              ? Object.entries(errors).map(([path, text]) => ({ path, message: text }))
              : message
                ? [{ message }]
                : []
          }
        />
        <RadioCards
          key={chosen}
          name="status"
          legend={t("Status")}
          value={chosen}
          columns="3"
          error={errors.status}
          cards={STATUSES.map(({ value, title, description }) => ({
            value,
            title: t(title),
            description: t(description),
            aside: <StatusBadge status={value} />,
          }))}
        />
        <Field
          name="reason"
          label={t("Why")}
          hint={t("Kept in the contact's history with your name, such as: asked by telephone.")}
          error={errors.reason}
          required
        >
          {(control) => <Input maxLength={500} defaultValue={String(values.reason ?? "")} {...control} />}
        </Field>
        <FormActions>
          <SubmitButton pending={t("Changing …")}>{t("Change the status")}</SubmitButton>
          <ButtonLink href={`/contacts/${contactId}`}>{t("Cancel")}</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}

const STATUSES = [
  {
    value: "active",
    title: say("Active"),
    description: say("Wants to hear from you. Choose it for somebody who asked to be back."),
  },
  {
    value: "unsubscribed",
    title: say("Unsubscribed"),
    description: say("Asked not to be written to. No import changes this."),
  },
  {
    value: "bounced",
    title: say("Bounced"),
    description: say("The address does not take mail. No import changes this."),
  },
] as const;
