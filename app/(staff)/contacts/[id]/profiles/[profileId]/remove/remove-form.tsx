"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Confirm } from "#components/confirm.tsx";
import { Notice } from "#components/notice.tsx";
import { useWords } from "#components/words.ts";
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
  const t = useWords();
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
        title={t("Remove {key} from {profile}?", { key: contactKey, profile: profileName })}
        consequences={[
          t("The contact leaves {profile}, and its values there are gone.", { profile: profileName }),
          t("The person stays in the repository with the status, and in every other profile."),
        ]}
        submit={t("Remove from {profile}", { profile: profileName })}
        pending={t("Removing …")}
        cancelHref={`/contacts/${contactId}`}
      />
    </form>
  );
}
