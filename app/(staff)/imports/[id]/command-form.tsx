"use client";

import { type ReactNode, useActionState } from "react";
import { EMPTY_FORM, type FormState } from "#app/_doors/form-state.ts";
import { Notice } from "#components/notice.tsx";

/** A form of one deed on an import: its buttons are given as children; what was wrong is said above them. */
export function CommandForm({
  action,
  importId,
  children,
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  importId: number;
  children: ReactNode;
}) {
  const [state, send] = useActionState(action, EMPTY_FORM);
  return (
    <form action={send} className="flex flex-col gap-3">
      {state.message && (
        <Notice tone="bad" live>
          {state.message}
        </Notice>
      )}
      <input type="hidden" name="id" value={importId} />
      {children}
    </form>
  );
}
