"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Confirm } from "#components/confirm.tsx";
import { Notice } from "#components/notice.tsx";
import { sendRemove } from "./actions.ts";

export function RemoveForm({
  contactId,
  contactKey,
  profileId,
  profileName,
}: {
  contactId: number;
  contactKey: string;
  profileId: number;
  profileName: string;
}) {
  const [{ message }, send] = useActionState(sendRemove, EMPTY_FORM);
  return (
    <form action={send} className="flex min-w-0 flex-col gap-4">
      <input type="hidden" name="contact" value={contactId} />
      <input type="hidden" name="profile" value={profileId} />
      {message && (
        <Notice tone="bad" live>
          {message}
        </Notice>
      )}
      <Confirm
        title={`Remove ${contactKey} from ${profileName}?`}
        consequences={[
          `The contact leaves ${profileName}, and its values there are gone.`,
          "The person stays in the repository with the status, and in every other profile.",
        ]}
        submit={`Remove from ${profileName}`}
        pending="Removing …"
        cancelHref={`/contacts/${contactId}`}
      />
    </form>
  );
}
