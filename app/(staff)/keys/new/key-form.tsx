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
import { ROLE_NAMES } from "#lib/staff/member.ts";
import { ROLES, type Role } from "#lib/staff/permissions.ts";
import { ShownOnce } from "../../shown-once.tsx";
import { makeKey } from "../actions.ts";

export function KeyForm({
  owners,
  self,
}: {
  owners: readonly { id: number; name: string; role: Role }[];
  self: number;
}) {
  const [{ errors, message, values, data }, send] = useActionState(makeKey, EMPTY_FORM);
  if (typeof data === "string") return <MadeKey text={data} />;
  return (
    <form action={send} noValidate>
      <FormStack>
        {message && Object.keys(errors).length === 0 && <ErrorSummary title="No key was made" errors={[{ message }]} />}
        <Field name="name" label="Name" hint="Of the program that uses it." error={errors.name} required>
          {(control) => (
            <Input autoComplete="off" maxLength={100} defaultValue={String(values.name ?? "")} {...control} />
          )}
        </Field>
        <FormRow>
          <Field name="owner" label="Belongs to" hint="Disabled with this person." error={errors.owner} required>
            {(control) => (
              <Select defaultValue={String(values.owner ?? self)} {...control}>
                {owners.map(({ id, name, role }) => (
                  <option key={id} value={id}>
                    {name} ({ROLE_NAMES[role]})
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field name="role" label="Role" hint="Never more than its owner's." error={errors.role} required>
            {(control) => (
              <Select defaultValue={String(values.role ?? "viewer")} {...control}>
                {ROLES.toReversed().map((role) => (
                  <option key={role} value={role}>
                    {ROLE_NAMES[role]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field
            name="lifetime"
            label="Lives for"
            hint="Revoke it earlier at any time."
            error={errors.lifetime}
            required
          >
            {(control) => (
              <Select defaultValue={String(values.lifetime ?? "365")} {...control}>
                <option value="30">30 days</option>
                <option value="90">90 days</option>
                <option value="365">A year</option>
                <option value="never">No end</option>
              </Select>
            )}
          </Field>
        </FormRow>
        <FormActions>
          <SubmitButton pending="Making it …">Make the key</SubmitButton>
          <ButtonLink href="/keys">Cancel</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}

function MadeKey({ text }: { text: string }) {
  return (
    <>
      <ShownOnce title="This is the key" text={text} label="key">
        Copy it into the program now: it is not shown again. It is sent as <code>Authorization: Bearer</code> and the
        key.
      </ShownOnce>
      <div>
        <ButtonLink href="/keys" variant="primary">
          Back to the keys
        </ButtonLink>
      </div>
    </>
  );
}
