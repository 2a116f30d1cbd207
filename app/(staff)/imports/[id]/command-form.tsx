"use client";

import { type ReactNode, useActionState } from "react";
import { EMPTY_FORM, type FormState } from "#app/_doors/form-state.ts";
import { Notice } from "#components/notice.tsx";

/** A form that asks something of one import; its button and further questions are the children. */
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
    <form action={send} className="flex min-w-0 flex-col gap-3">
      <input type="hidden" name="import" value={importId} />
      {state.message && (
        <Notice tone="bad" live>
          {state.message}
        </Notice>
      )}
      {children}
    </form>
  );
}
