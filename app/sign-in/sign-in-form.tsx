"use client";

import { useActionState, useEffect } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Field } from "#components/field.tsx";
import { FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import { signInWithPassword } from "./actions.ts";

/** `next`: where to go on afterwards, a path of this product. */
export function SignInForm({ next }: { next: string | null }) {
  const t = useWords();
  const [state, send] = useActionState(signInWithPassword, EMPTY_FORM);
  // Whoever signed out leaves nothing of what they filled in (components/keep-form.ts); a session that ended does, for its person.
  useEffect(() => {
    if (!next) sessionStorage.clear();
  }, [next]);
  return (
    <form action={send} noValidate>
      <FormStack>
        {state.message && (
          <Notice tone="bad" live>
            {state.message}
          </Notice>
        )}
        {next && <input type="hidden" name="next" value={next} />}
        <Field name="email" label={t("Email")} error={state.errors.email} required>
          {(control) => (
            <Input
              type="email"
              autoComplete="username"
              autoFocus
              defaultValue={String(state.values.email ?? "")}
              {...control}
            />
          )}
        </Field>
        <Field name="password" label={t("Password")} error={state.errors.password} required>
          {(control) => <Input type="password" autoComplete="current-password" {...control} />}
        </Field>
        <SubmitButton pending={t("Signing in …")}>{t("Sign in")}</SubmitButton>
      </FormStack>
    </form>
  );
}
