"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ButtonLink } from "#components/button.tsx";
import { Checkbox } from "#components/checkbox.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Textarea } from "#components/textarea.tsx";
import { useWords } from "#components/words.ts";
import { sendRetype } from "../../actions.ts";

/** The change itself. `options`: of a choice, as the values have them; null for every other type. */
export function RetypeForm({
  profileId,
  field,
  wish,
  typeName,
  options,
  converts,
  lost,
  undoLoses,
}: {
  profileId: number;
  field: number;
  wish: { type: string; dateOrder: string; decimal: string };
  typeName: string;
  options: readonly string[] | null;
  converts: number;
  lost: number;
  undoLoses: number;
}) {
  const t = useWords();
  const [{ errors, message, values }, send] = useActionState(sendRetype, EMPTY_FORM);
  return (
    <form action={send} noValidate>
      <input type="hidden" name="profile" value={profileId} />
      <input type="hidden" name="field" value={field} />
      {Object.entries(wish).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormStack>
        {message && <ErrorSummary title={t("Nothing was changed")} errors={[{ message }]} />}
        {options && (
          <Field
            name="options"
            label={t("Options")}
            hint={t("One a line. A value that is none of them does not convert.")}
            error={errors.options}
            required
          >
            {(control) => (
              <Textarea rows={6} defaultValue={String(values.options ?? options.join("\n"))} {...control} />
            )}
          </Field>
        )}
        {lost + undoLoses > 0 && (
          <Checkbox
            name="mayEmpty"
            value={lost + undoLoses}
            label={
              undoLoses === 0
                ? t(
                    "{lost, plural, one {Empty the # value that does not convert} other {Empty the # values that do not convert}}",
                    { lost },
                  )
                : t(
                    "Empty {lost, plural, one {# value} other {# values}} now, and {undoLoses, plural, one {# earlier one} other {# earlier ones}} that the undo of an import would bring back",
                    { lost, undoLoses },
                  )
            }
            hint={t("Without the tick nothing is changed at all: correct the values first.")}
            defaultChecked={values.mayEmpty !== undefined}
          />
        )}
        <FormActions>
          <SubmitButton pending={t("Converting …")} variant={lost > 0 ? "danger" : "primary"}>
            {lost > 0
              ? t("Change to {typeName}: convert {converts, number}, empty {lost, number}", {
                  typeName,
                  converts,
                  lost,
                })
              : t("Change to {typeName}: convert {converts, number}", { typeName, converts })}
          </SubmitButton>
          <ButtonLink href={`/profiles/${profileId}/fields`}>{t("Cancel")}</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}
