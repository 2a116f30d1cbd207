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
import { sendStatus } from "./actions.ts";

type Status = "active" | "unsubscribed" | "bounced";

export function StatusForm({ contactId, status, version }: { contactId: number; status: Status; version: string }) {
  const [{ values, errors, message }, send] = useActionState(sendStatus, EMPTY_FORM);
  const chosen = String(values.status ?? status);
  return (
    <form action={send} noValidate>
      <input type="hidden" name="contact" value={contactId} />
      <input type="hidden" name="version" value={version} />
      <FormStack>
        <ErrorSummary
          title="Nothing was changed yet"
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
          legend="Status"
          value={chosen}
          columns="3"
          error={errors.status}
          cards={CARDS}
        />
        <Field
          name="reason"
          label="Why"
          hint="Kept in the contact's history with your name, such as: asked by telephone."
          error={errors.reason}
          required
        >
          {(control) => <Input maxLength={500} defaultValue={String(values.reason ?? "")} {...control} />}
        </Field>
        <FormActions>
          <SubmitButton pending="Changing …">Change the status</SubmitButton>
          <ButtonLink href={`/contacts/${contactId}`}>Cancel</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}

const CARDS = [
  {
    value: "active",
    title: "Active",
    description: "Wants to hear from you. Choose it for somebody who asked to be back.",
    aside: <StatusBadge status="active" />,
  },
  {
    value: "unsubscribed",
    title: "Unsubscribed",
    description: "Asked not to be written to. No import changes this.",
    aside: <StatusBadge status="unsubscribed" />,
  },
  {
    value: "bounced",
    title: "Bounced",
    description: "The address does not take mail. No import changes this.",
    aside: <StatusBadge status="bounced" />,
  },
];
