"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Confirm } from "#components/confirm.tsx";
import { Notice } from "#components/notice.tsx";
import { sendErase } from "./actions.ts";

export function EraseForm({
  contactId,
  contactKey,
  profileNames,
}: {
  contactId: number;
  contactKey: string;
  profileNames: readonly string[];
}) {
  const [{ errors, message }, send] = useActionState(sendErase, EMPTY_FORM);
  return (
    <form action={send} className="flex min-w-0 flex-col gap-4">
      <input type="hidden" name="contact" value={contactId} />
      {message && (
        <Notice tone="bad" live>
          {message}
        </Notice>
      )}
      <Confirm
        title={`Erase ${contactKey} everywhere?`}
        consequences={[
          profileNames.length === 0
            ? "The person is in no profile, and leaves the repository."
            : `The person leaves the repository and ${profileNames.join(", ")}, with all values.`,
          "The history goes, and so does what the logs, waiting imports and the undo of imports hold of this person.",
          "A waiting import whose file holds this person is cancelled, and can be uploaded again.",
          "The address cannot come back: a keyed hash of it remains, and every import and form leaves it out.",
          "This cannot be undone.",
        ]}
        submit="Erase this person"
        pending="Erasing …"
        cancelHref={`/contacts/${contactId}`}
        typeName={contactKey}
        error={errors.confirmation}
      />
    </form>
  );
}
