"use client";

import { useActionState, useRef, useState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ProfileTypeBadge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { Fieldset } from "#components/fieldset.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import type { FormEntries } from "#components/form-entries.ts";
import { Input } from "#components/input.tsx";
import { Notice } from "#components/notice.tsx";
import { RadioCards } from "#components/radio-cards.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Textarea } from "#components/textarea.tsx";
import { useKeptForm } from "#components/use-kept-form.ts";
import { useWords } from "#components/words.ts";
import { say } from "#lib/text/words.ts";
import { sendNewProfile } from "./actions.ts";
import { FieldRowInputs } from "./field-row-inputs.tsx";
import { type FieldRow, firstRows, rowsOf } from "./field-rows.ts";
import { StartFrom } from "./start-from.tsx";

/** `profiles`: those whose fields can be copied. `rows`: the fields that the form begins with. */
export function NewProfileForm(props: {
  profiles: readonly { id: number; name: string }[];
  rows?: readonly FieldRow[];
}) {
  const t = useWords();
  const [state, send] = useActionState(sendNewProfile, EMPTY_FORM);
  const { values, errors } = state;
  const sent = values.rows !== undefined;
  const form = useRef<HTMLFormElement>(null);
  const [kept, setKept] = useState(props.rows ?? firstRows(t));
  const restore = (entries: FormEntries) => {
    setKept(rowsOf(entries));
    return true;
  };
  useKeptForm(form, { drawn: [state], saves: "create", restore });
  const rows = (state.data as FieldRow[] | undefined) ?? (sent ? rowsOf(values) : kept);
  const type = String(values.type ?? "regular");
  return (
    <form ref={form} action={send} noValidate className="group/new">
      {/* What Enter presses: the first button of a form, which must not be one that removes a field. */}
      <button type="submit" name="intent" value="create" tabIndex={-1} aria-hidden="true" className="sr-only">
        {t("Create")}
      </button>
      <input type="hidden" name="rows" value={rows.length} />
      <FormStack>
        <ErrorSummary
          title={t("The profile was not made yet")}
          errors={[
            ...(state.message && Object.keys(errors).length === 0 ? [{ message: state.message }] : []),
            ...Object.entries(errors).map(([path, message]) => ({ path, message })),
          ]}
        />
        <Field
          name="name"
          label={t("Name")}
          hint={t("What your team calls this audience, such as Newsletter.")}
          error={errors.name}
          required
        >
          {(control) => <Input autoFocus maxLength={300} defaultValue={String(values.name ?? "")} {...control} />}
        </Field>
        <Field name="description" label={t("Description")} error={errors.description}>
          {(control) => <Textarea rows={2} defaultValue={String(values.description ?? "")} {...control} />}
        </Field>
        <RadioCards
          key={type}
          name="type"
          legend={t("Type")}
          value={type}
          columns="3"
          error={errors.type}
          cards={TYPES.map((card) => ({ ...card, title: t(card.title), description: t(card.description) }))}
        />
        {/* A Virtual profile has the fields of its source. */}
        <div className="flex flex-col gap-5 group-has-[#type-virtual:checked]/new:hidden">
          <StartFrom
            profiles={props.profiles}
            copyOf={String(values.copyOf ?? "")}
            header={String(values.header ?? "")}
            errors={errors}
          />
          {state.notice && (
            <Notice tone="good" live>
              {state.notice}
            </Notice>
          )}
          <Fieldset
            id="fields"
            legend={t("Fields")}
            hint={t(
              "What you know about each contact. The email (or the mobile) is there already. A row without a name is left out; everything can be changed later.",
            )}
          >
            {rows.map((row, index) => (
              <FieldRowInputs
                key={row.id}
                row={row}
                index={index}
                count={rows.length}
                error={errors[`field-${index}-name`] ?? errors[`field-${index}-type`]}
                optionsError={errors[`field-${index}-options`]}
              />
            ))}
            <div>
              <SubmitButton variant="secondary" size="sm" icon="plus" name="intent" value="add" pending={t("Adding …")}>
                {t("Add a field")}
              </SubmitButton>
            </div>
          </Fieldset>
        </div>
        <FormActions>
          <SubmitButton name="intent" value="create" pending={t("Creating …")}>
            <span className="group-has-[#type-virtual:checked]/new:hidden">{t("Create the profile")}</span>
            <span className="hidden group-has-[#type-virtual:checked]/new:inline">{t("OK, choose the source")}</span>
          </SubmitButton>
          <ButtonLink href="/profiles">{t("Cancel")}</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}

const TYPES = [
  {
    value: "regular",
    title: say("Regular"),
    description: say("Contacts by email, with fields of your own."),
    aside: <ProfileTypeBadge type="regular" />,
  },
  {
    value: "mobile_only",
    title: say("Mobile Only"),
    description: say("Contacts by mobile number, for SMS. No email needed."),
    aside: <ProfileTypeBadge type="mobile_only" />,
  },
  {
    value: "virtual",
    title: say("Virtual"),
    description: say("Rules over another profile, always up to date."),
    aside: <ProfileTypeBadge type="virtual" />,
  },
];
