"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Checkbox } from "#components/checkbox.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormRow, FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Textarea } from "#components/textarea.tsx";
import { useWords } from "#components/words.ts";
import { TYPE_NAMES } from "../../type-names.ts";
import { sendAdd } from "./actions.ts";

export function AddFieldForm({ profileId }: { profileId: number }) {
  const t = useWords();
  const [{ errors, message, values }, send] = useActionState(sendAdd, EMPTY_FORM);
  const type = String(values.type ?? "text");
  return (
    <form action={send} noValidate className="group">
      <input type="hidden" name="profile" value={profileId} />
      <FormStack>
        {message && Object.keys(errors).length === 0 && <ErrorSummary title={t("Not added")} errors={[{ message }]} />}
        <FormRow>
          <Field name="name" label={t("Name")} error={errors.name} required>
            {(control) => <Input maxLength={300} defaultValue={String(values.name ?? "")} {...control} />}
          </Field>
          <Field name="type" label={t("Type")} error={errors.type}>
            {(control) => (
              <Select key={type} defaultValue={type} {...control}>
                {TYPE_NAMES.map(([value, label]) => (
                  <option key={value} value={value}>
                    {t(label)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </FormRow>
        <div className="hidden group-has-[option[value=choice]:checked]:block">
          <Field name="options" label={t("Options")} hint={t("One a line.")} error={errors.options}>
            {(control) => <Textarea rows={4} defaultValue={String(values.options ?? "")} {...control} />}
          </Field>
        </div>
        <Checkbox
          name="required"
          value="yes"
          label={t("Must not be empty")}
          hint={t("Contacts who are there already keep it empty until they are changed.")}
          defaultChecked={values.required !== undefined}
        />
        <FormActions>
          <SubmitButton icon="plus" pending={t("Adding …")}>
            {t("Add the field")}
          </SubmitButton>
        </FormActions>
      </FormStack>
    </form>
  );
}
