"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Confirm } from "#components/confirm.tsx";
import { Notice } from "#components/notice.tsx";
import { useWords } from "#components/words.ts";
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
  const t = useWords();
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
        title={t("Erase {key} everywhere?", { key: contactKey })}
        consequences={[
          profileNames.length === 0
            ? t("The person is in no profile, and leaves the repository.")
            : t("The person leaves the repository and {profiles}, with all values.", {
                profiles: profileNames.join(", "),
              }),
          t(
            "The history goes, and so does what the logs, waiting imports and the undo of imports hold of this person.",
          ),
          t("A waiting import whose file holds this person is cancelled, and can be uploaded again."),
          t("The address cannot come back: a keyed hash of it remains, and every import and form leaves it out."),
          t("This cannot be undone."),
        ]}
        submit={t("Erase this person")}
        pending={t("Erasing …")}
        cancelHref={`/contacts/${contactId}`}
        typeName={contactKey}
        error={errors.confirmation}
      />
    </form>
  );
}
