"use client";

import type { ReactNode } from "react";
import type { FormState } from "#app/_doors/form-state.ts";
import { Field } from "#components/field.tsx";
import { FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { Notice } from "#components/notice.tsx";
import { NewPassword } from "#components/password.tsx";
import { useWords } from "#components/words.ts";

/** Who comes by a one-time link says a name and chooses a password; `children` stand between the two. */
export function LinkForm({
  token,
  name = "",
  sent: [{ errors, message, values }, send],
  submit,
  children,
}: {
  token: string;
  /** As it is known already. */
  name?: string;
  /** Of useActionState. */
  sent: readonly [state: FormState, send: (form: FormData) => void, ...rest: unknown[]];
  submit: ReactNode;
  children?: ReactNode;
}) {
  const t = useWords();
  return (
    <form action={send} noValidate>
      <FormStack>
        {message && message !== errors.password && (
          <Notice tone="bad" live>
            {message}
          </Notice>
        )}
        <input type="hidden" name="token" value={token} />
        <Field name="name" label={t("Your name")} error={errors.name} required>
          {(control) => (
            <Input
              autoComplete="name"
              autoFocus={name === ""}
              defaultValue={String(values.name ?? name)}
              {...control}
            />
          )}
        </Field>
        {children}
        <NewPassword name="password" errors={errors} />
        {submit}
      </FormStack>
    </form>
  );
}
