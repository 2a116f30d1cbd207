"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ButtonLink } from "#components/button.tsx";
import { Checkbox } from "#components/checkbox.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Textarea } from "#components/textarea.tsx";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { Field as ProfileField } from "#lib/fields/field.ts";
import { sendField } from "../actions.ts";

/** `lacking`: how many contacts have no value. */
export function EditFieldForm(props: { profileId: number; field: ProfileField; lacking: number }) {
  const t = useWords();
  const { profileId, field, lacking } = props;
  const [{ errors, message, values }, send] = useActionState(sendField, EMPTY_FORM);
  const sent = values.name !== undefined;
  return (
    <form action={send} noValidate>
      <input type="hidden" name="profile" value={profileId} />
      <input type="hidden" name="field" value={field.id} />
      <FormStack>
        {message && Object.keys(errors).length === 0 && <ErrorSummary title={t("Not saved")} errors={[{ message }]} />}
        <Field
          name="name"
          label={t("Name")}
          hint={t("Rules of virtual profiles that name the field follow. Files are matched by the new name.")}
          error={errors.name}
          required
        >
          {(control) => <Input maxLength={300} defaultValue={String(values.name ?? field.name)} {...control} />}
        </Field>
        {field.type === "choice" && (
          <Field
            name="options"
            label={t("Options")}
            hint={t("One a line, in their order. An option that contacts have cannot be taken away.")}
            error={errors.options}
            required
          >
            {(control) => (
              <Textarea rows={6} defaultValue={String(values.options ?? field.options.join("\n"))} {...control} />
            )}
          </Field>
        )}
        <Checkbox
          key={String(sent)}
          name="required"
          value="yes"
          label={t("Must not be empty")}
          hint={requiredHint(lacking, t)}
          defaultChecked={sent ? values.required !== undefined : field.required}
        />
        <FormActions>
          <SubmitButton pending={t("Saving …")}>{t("Save")}</SubmitButton>
          <ButtonLink href={`/profiles/${profileId}/fields`}>{t("Cancel")}</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}

const requiredHint = (lacking: number, t: Translator): string =>
  lacking === 0
    ? t("Every contact has a value now.")
    : t(
        "{lacking, plural, one {# contact has no value, and may stay so until it is changed.} other {# contacts have no value, and may stay so until they are changed.}}",
        { lacking },
      );
