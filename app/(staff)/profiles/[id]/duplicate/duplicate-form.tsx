"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ButtonLink } from "#components/button.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { RadioCards } from "#components/radio-cards.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import { sendDuplicate } from "../actions.ts";

export type DuplicateCard = { value: "with" | "without"; title: string; description: string };

type Props = {
  id: number;
  name: string;
  /** What can be copied. */
  cards: DuplicateCard[];
  /** Drawn with the page, so that a second press on the button makes no second copy. */
  once: string;
};

export function DuplicateForm({ id, name, cards, once }: Props) {
  const t = useWords();
  const [{ errors, message, values }, send] = useActionState(sendDuplicate, EMPTY_FORM);
  const chosen = String(values.contacts ?? cards[0]?.value);
  return (
    <form action={send} noValidate>
      <input type="hidden" name="once" value={once} />
      <input type="hidden" name="profile" value={id} />
      <FormStack>
        {message && Object.keys(errors).length === 0 && (
          <ErrorSummary title={t("Nothing was duplicated")} errors={[{ message }]} />
        )}
        <Field name="name" label={t("Name of the duplicate")} error={errors.name} required>
          {(control) => <Input maxLength={300} defaultValue={String(values.name ?? name)} {...control} />}
        </Field>
        <RadioCards key={chosen} name="contacts" legend={t("What is copied")} value={chosen} cards={cards} />
        <FormActions>
          <SubmitButton icon="copy" pending={t("Duplicating …")}>
            {t("Duplicate it")}
          </SubmitButton>
          <ButtonLink href={`/profiles/${id}`}>{t("Cancel")}</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}
