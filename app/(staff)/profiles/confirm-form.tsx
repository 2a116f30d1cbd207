"use client";

import { type ReactNode, useActionState } from "react";
import { EMPTY_FORM, type FormState } from "#app/_doors/form-state.ts";
import { Confirm } from "#components/confirm.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { useWords } from "#components/words.ts";

/** The last question before an action, as a form of its own. `fields` are sent with it. */
export function ConfirmForm({
  action,
  fields,
  ...confirm
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  fields: Readonly<Record<string, string | number>>;
  title: ReactNode;
  consequences: readonly ReactNode[];
  submit: string;
  pending: string;
  cancelHref: string;
  typeName?: string;
  danger?: boolean;
  children?: ReactNode;
}) {
  const t = useWords();
  const [{ errors, message }, send] = useActionState(action, EMPTY_FORM);
  return (
    <form action={send} noValidate className="flex min-w-0 max-w-2xl flex-col gap-5">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {message && <ErrorSummary title={t("Nothing was changed")} errors={[{ message }]} />}
      <Confirm {...confirm} error={errors.confirmation} />
    </form>
  );
}
