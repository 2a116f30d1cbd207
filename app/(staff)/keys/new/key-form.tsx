"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ButtonLink } from "#components/button.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormRow, FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import { ROLE_NAMES, ROLES, type Role } from "#lib/staff/roles.ts";
import { ShownOnce } from "../../shown-once.tsx";
import { makeKey } from "../actions.ts";

export function KeyForm({
  owners,
  self,
  once,
}: {
  owners: readonly { id: number; name: string; role: Role }[];
  self: number;
  /** Drawn with the page, so that a second press on the button makes no second key. */
  once: string;
}) {
  const t = useWords();
  const [{ errors, message, values, data }, send] = useActionState(makeKey, EMPTY_FORM);
  if (typeof data === "string") return <MadeKey text={data} />;
  return (
    <form action={send} noValidate>
      <input type="hidden" name="once" value={once} />
      <FormStack>
        {message && Object.keys(errors).length === 0 && (
          <ErrorSummary title={t("No key was made")} errors={[{ message }]} />
        )}
        <Field name="name" label={t("Name")} hint={t("Of the program that uses it.")} error={errors.name} required>
          {(control) => (
            <Input autoComplete="off" maxLength={100} defaultValue={String(values.name ?? "")} {...control} />
          )}
        </Field>
        <FormRow>
          <Field
            name="owner"
            label={t("Belongs to")}
            hint={t("Disabled with this person.")}
            error={errors.owner}
            required
          >
            {(control) => (
              <Select defaultValue={String(values.owner ?? self)} {...control}>
                {owners.map(({ id, name, role }) => (
                  <option key={id} value={id}>
                    {`${name} (${t(ROLE_NAMES[role])})`}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field name="role" label={t("Role")} hint={t("Never more than its owner's.")} error={errors.role} required>
            {(control) => (
              <Select defaultValue={String(values.role ?? "viewer")} {...control}>
                {ROLES.toReversed().map((role) => (
                  <option key={role} value={role}>
                    {t(ROLE_NAMES[role])}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field
            name="lifetime"
            label={t("Lives for")}
            hint={t("Revoke it earlier at any time.")}
            error={errors.lifetime}
            required
          >
            {(control) => (
              <Select defaultValue={String(values.lifetime ?? "365")} {...control}>
                <option value="30">{t("30 days")}</option>
                <option value="90">{t("90 days")}</option>
                <option value="365">{t("A year")}</option>
                <option value="never">{t("No end")}</option>
              </Select>
            )}
          </Field>
        </FormRow>
        <FormActions>
          <SubmitButton pending={t("Making it …")}>{t("Make the key")}</SubmitButton>
          <ButtonLink href="/keys">{t("Cancel")}</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}

function MadeKey({ text }: { text: string }) {
  const t = useWords();
  return (
    <>
      <ShownOnce title={t("This is the key")} text={text} label={t("key")}>
        {t.rich(
          "Copy it into the program now: it is not shown again. It is sent as <code>Authorization: Bearer</code> and the key.",
          {
            code: (words) => <code>{words}</code>,
          },
        )}
      </ShownOnce>
      <div>
        <ButtonLink href="/keys" variant="primary">
          {t("Back to the keys")}
        </ButtonLink>
      </div>
    </>
  );
}
