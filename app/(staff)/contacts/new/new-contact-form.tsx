"use client";

import { useActionState, useRef } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ButtonLink } from "#components/button.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useKeptForm } from "#components/use-kept-form.ts";
import { useWords } from "#components/words.ts";
import type { ValueControl } from "../value-controls.ts";
import { ValueInputs } from "../value-inputs.tsx";
import { type NewContactData, sendNewContact } from "./actions.ts";
import { Added } from "./added.tsx";
import { Exists } from "./exists.tsx";

export function NewContactForm({
  profile,
  controls,
}: {
  profile: { id: number; name: string; keyKind: "email" | "mobile" };
  controls: readonly ValueControl[];
}) {
  const t = useWords();
  const [state, send] = useActionState(sendNewContact, EMPTY_FORM);
  const { values, errors, message } = state;
  const data = state.data as NewContactData | undefined;
  const byEmail = profile.keyKind === "email";
  const form = useRef<HTMLFormElement>(null);
  useKeptForm(form, { drawn: [state], saves: "add" });
  return (
    <form ref={form} action={send} noValidate>
      {/* What Enter presses: the first button of a form, which must not be the one that updates somebody. */}
      <button type="submit" name="intent" value="add" tabIndex={-1} aria-hidden="true" className="sr-only">
        {t("Add")}
      </button>
      <input type="hidden" name="profile" value={profile.id} />
      <FormStack>
        <ErrorSummary
          title={t("Nothing was saved yet")}
          errors={
            Object.keys(errors).length > 0
              ? Object.entries(errors).map(([path, text]) => ({ path, message: text }))
              : message
                ? [{ message }]
                : []
          }
        />
        {data?.outcome === "added" && <Added data={data} profileName={profile.name} />}
        {data?.outcome === "exists" && <Exists data={data} written={String(values.key)} profileName={profile.name} />}
        <Field
          name="key"
          label={byEmail ? t("Email") : t("Mobile")}
          hint={byEmail ? undefined : t("With the country's code, such as +57 300 123 4567.")}
          error={errors.key}
          required
        >
          {(control) => (
            <Input
              type={byEmail ? "email" : "tel"}
              autoComplete="off"
              autoFocus
              defaultValue={String(values.key ?? "")}
              {...control}
            />
          )}
        </Field>
        <ValueInputs controls={controls} values={values} errors={errors} />
        <FormActions>
          <SubmitButton name="intent" value="add" pending={t("Adding …")}>
            {t("Add the contact")}
          </SubmitButton>
          <ButtonLink href={`/contacts?profile=${profile.id}`}>{t("Cancel")}</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}
